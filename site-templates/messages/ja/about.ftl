# このサイトについて

about-description = 記載の4つの状態と、データの作り方の説明です。
