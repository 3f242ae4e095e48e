# 記載の状態

state-stated = 記載あり
state-silent = 記載なし
state-unclear = 不明確
state-unread = 未確認
state-stated-about = 自治体のページに書いてあります。
state-silent-about = ページ全体を読みましたが、書いてありません。「いいえ」や「不要」という意味ではありません。
state-unclear-about = 書いてありますが、意味を決められません。理由を添えています。
state-unread-about = その部分をまだ読んでいません。
states-heading = 記載の4つの状態
extent-whole = 全体を読んだ
extent-part = 一部だけ読んだ
