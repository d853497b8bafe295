import type { scanDiff as en } from './scan-diff.en.ts';

export const scanDiff: typeof en = {
  option: 'git のリビジョンまたはフォルダー: そこからの差分 (新規・変化・解消・抑止) だけを報告し、終了コードは新規の不合格で決まります',
  oneTarget: '--diff にフォルダーを指定すると 1 つの TARGET と比較します。TARGET を 1 つだけ指定してください',
  liveTarget: (target) =>
    `--diff が比較するのはコードかスナップショットです。${target} では 2 つのスナップショットを比較してください (scan NEW --diff OLD)`,
  noBase: (base, why, near) =>
    `--diff: ${base} はフォルダーでも、TARGET のリポジトリのリビジョンでもありません${why === '' ? '' : ` (${why})`}${near === null ? '' : ` (${near} ではありませんか?)`}`,
  otherRepository: (target, repository) =>
    `リビジョンとの --diff では、すべての TARGET が同じリポジトリにある必要があります: ${target} は ${repository} の中にありません`,
  noMergeBase: (why) =>
    `このブランチがベースから分かれた地点を git が答えられません${why === '' ? '' : ` (${why})`}。その後ベースに入った変更が、解消や新規に見えることがあります。完全なクローン (fetch-depth: 0) なら分かります。`,
  notBoth: '--diff と --changed-since は別の問いです。どちらか一方を指定してください',
};
