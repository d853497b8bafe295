/** What a right change costs all the same: said before a fix is applied, next to the diff. Sentences, so that each is translated once. */
import type { Text } from '../text.ts';

export const cautionTexts = {
  replaces: {
    en: 'Applying it replaces the resource by a new one: move its data first.',
    ja: '適用するとリソースは作り直されます。先にデータを移してください。',
  },
  'may-replace': {
    en: 'Depending on its version or kind, the resource is replaced by a new one when it is applied: look at the plan.',
    ja: 'バージョンや種類によっては、適用時にリソースが作り直されます。プランを確認してください。',
  },
  interrupts: {
    en: 'Applying it restarts the resource or its nodes: choose the time.',
    ja: '適用するとリソースやノードが再起動します。時間帯を選んでください。',
  },
  'closes-access': {
    en: 'Whoever comes in from outside today is kept out: private access or named grants have to be there first.',
    ja: '現在外部から利用している人は入れなくなります。先にプライベートな経路や個別の許可を用意してください。',
  },
  'closes-outbound': {
    en: 'It loses its own way to the internet: what it fetches needs NAT or private endpoints first.',
    ja: 'インターネットへ直接出られなくなります。取得元への NAT やプライベートエンドポイントを先に用意してください。',
  },
  'refuses-clients': {
    en: 'Clients that connect without TLS or with an old version of it are refused: change them first.',
    ja: 'TLS を使わない、または古いバージョンのクライアントは接続できなくなります。先にクライアントを変更してください。',
  },
  'refuses-keys': {
    en: 'Clients that log in with a shared key or password are refused: give them identities and roles first.',
    ja: '共有キーやパスワードで接続するクライアントは拒否されます。先に ID とロールを割り当ててください。',
  },
  'changes-permissions': {
    en: 'Permissions that were given another way lose their effect: grant what is still needed first.',
    ja: '別の方法で与えた権限は効かなくなります。必要な権限を先に付与してください。',
  },
  'needs-permissions': {
    en: 'The role of the resource needs further permissions first, otherwise applying it fails.',
    ja: 'リソースのロールに追加の権限が必要です。ないと適用に失敗します。',
  },
  'breaks-software': {
    en: 'Software that relies on what is taken away stops working: try it out elsewhere first.',
    ja: '取り除かれるものに依存するソフトウェアは動かなくなります。先に別の環境で試してください。',
  },
  'breaks-build': {
    en: 'The build fails where it relied on it, for want of a certificate, key or signature: try it out first.',
    ja: '証明書・鍵・署名がない場合はビルドが失敗します。先に試してください。',
  },
  'blocks-traffic': {
    en: 'Requests that are only reported today are blocked: look through the log for false alarms first.',
    ja: '現在は記録されるだけのリクエストが遮断されます。先にログで誤検知を確認してください。',
  },
  'blocks-images': {
    en: 'Images that the policy does not admit no longer start: look at it in dry run first.',
    ja: 'ポリシーが認めないイメージは起動できなくなります。先にドライランで確認してください。',
  },
  'needs-tier': {
    en: 'Not every price tier has it: applying it fails, or costs more, on a lower one.',
    ja: '使えない料金プランがあります。下位のプランでは適用に失敗するか、費用が増えます。',
  },
  'needs-second': {
    en: 'It needs a second node or pool to be there: otherwise applying it fails.',
    ja: '2 つ目のノードまたはプールが必要です。ないと適用に失敗します。',
  },
  'needs-network': {
    en: 'It needs a subnet, private endpoint or name of its own to be set up: otherwise applying it fails or nobody can reach it.',
    ja: 'サブネット、プライベートエンドポイント、または固有の名前の設定が必要です。ないと適用に失敗するか、誰も到達できません。',
  },
  irreversible: {
    en: 'It cannot be switched off again, or only for a limited time.',
    ja: '一度有効にすると元に戻せないか、戻せる期間が限られます。',
  },
  'deletes-old-data': {
    en: 'What is older than the new limit is deleted.',
    ja: '新しい期限より古いものは削除されます。',
  },
  costs: {
    en: 'It costs more: what it does is paid by the hour or by volume.',
    ja: '費用が増えます。時間または量に応じて課金されます。',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Caution = keyof typeof cautionTexts;
