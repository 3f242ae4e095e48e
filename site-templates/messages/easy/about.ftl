# この サイトに ついて

about-description = 4つの 印の 意味と、データの 作り方を 説明します。
