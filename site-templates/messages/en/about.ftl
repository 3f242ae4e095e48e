# About this site

about-description = The four states of a fact, and how the data are made.
