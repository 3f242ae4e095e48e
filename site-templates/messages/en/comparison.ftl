# Comparison

comparison-title = Municipalities compared: { $text }
comparison-description = What the pages of the municipalities say about “{ $text }”, side by side, item by item.
comparison-lead = What the pages of the municipalities say, item by item. “Not stated” means that the page does not say it. It does not mean “no” or “not needed”.
comparison-other = Other procedures
comparison-scroll = Table: { $name } (can be scrolled sideways)
comparison-facet = Item
comparison-own = In the page's own classes: { $text }
comparison-groups = Groups of items
