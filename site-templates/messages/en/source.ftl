# Source

source = Source
source-section = Heading “{ $section }”
source-page-date = Date of the page
source-page-date-none = No date on the page
source-read-on = Read on
source-part = read only in part
sources-heading = Sources
section-on-page = Heading on the page
