download-linked = 手続(てつづ)きの リスト <CPSV-AP と CCCEV の Linked Data> です。手続(てつづ)き 1つに 文書(ぶんしょ)が 1つ あります。
download-concepts = 書類(しょるい)や 項目(こうもく)の ことば <SKOS> と、全国(ぜんこく)の 決(き)まりです。
download-vocabulary = ここだけの ことば <状態(じょうたい)、来(く)る 回数(かいすう)、手紙(てがみ)> です。
download-catalogue = 公開(こうかい)している ファイルの リストです。
download-gif-rules = デジタル庁(ちょう)の 形(かたち) <GIF 451-4(制度)> の 表(ひょう)です。
download-gif-places = デジタル庁(ちょう)の 形(かたち) <GIF 451-7(拠点)> の 表(ひょう)です。1行(ぎょう)に 窓口(まどぐち)が 1つ あります。
