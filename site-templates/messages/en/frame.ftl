# Frame of a page

site-name = Madoguchi: counters compared
skip = Skip to the content
languages-label = Other languages
nav-label = Main pages
nav-home = Home
nav-compare = Compare municipalities
nav-national = National rules
nav-claims = Old articles checked
nav-about = About this site
crumbs-label = You are here
footer-unofficial = This is not an official site of any municipality. Before you go, always check the municipality's own page or ask at the counter.
footer-day = The rules are shown as of { $day }.
contents-heading = On this page
