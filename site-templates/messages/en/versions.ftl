changes-versions = The earlier version of the page ({ $before }) and the later one ({ $after }), side by side. Neither says on which day it changed. “Not read yet” means that this part of the later version has not been read, and not that it is gone.
changes-versions-page = Both the earlier version of the page ({ $before }) and the later one ({ $after }) were read. Nothing that is compared stood in what was read. Of the earlier version:
changes-undated = no date
changes-at-latest = { " " }or before
source-earlier = Earlier version
source-later = The later version
