download-linked = すべての手続きの一覧(CPSV-AP と CCCEV による Linked Data)。手続きごとに1つの文書があります。
download-concepts = 書類、申請する人、項目などのことば(SKOS)と、全国の決まり。
download-vocabulary = ほかの語彙にないことば(状態、来庁の回数、照会書、点数)。
download-catalogue = 公開しているファイルの目録(大きさ、ハッシュ、ライセンス、日付)。
download-gif-rules = デジタル庁の GIF 451-4(行政サービス・制度)による表。全国の決まりが元制度です。
download-gif-places = デジタル庁の GIF 451-7(行政サービス拠点)による表。1行に1つの窓口。
