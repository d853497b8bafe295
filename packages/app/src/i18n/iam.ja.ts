/** 誰が何をできるか。 */
import type { iam as english } from './iam.en.ts';

export const iam: typeof english = {
  description: '権限を正確に評価します。',
  needsCommand: 'iam にはコマンドが必要です。kumomori iam --help を参照してください',
  evaluate: {
    description: 'リクエストをポリシーに照らして判定します。1 行に 1 つの JSON を読み、同じ順で 1 行ずつ答えます。',
    file: '1 行に 1 つのリクエストを書いたファイル。- は標準入力',
    explain: '表の下に理由を表示する(JSON には常に含まれます)',
    lines: {
      notJson: 'この行は JSON ではありません',
      tooLong: 'この行は 16 MiB を超えています',
      invalid: (path) => (path === '' ? 'この行はオブジェクトではありません' : `${path} がないか、値が正しくありません`),
    },
    columns: { id: 'ID', decision: '判定', principal: 'プリンシパル', action: 'アクション', resource: 'リソース', condition: '条件' },
    decisions: { allow: '許可', 'implicit-deny': '暗黙の拒否', 'explicit-deny': '明示的な拒否', error: 'エラー' },
    line: (line, message) => `${line} 行目: ${message}`,
    layers: {
      identity: 'アイデンティティポリシー',
      resource: 'リソースポリシー',
      boundary: 'アクセス許可の境界',
      session: 'セッションポリシー',
      scp: 'サービスコントロールポリシー',
      rcp: 'リソースコントロールポリシー',
      vpce: 'VPC エンドポイントポリシー',
      service: 'サービス',
    },
    place: (layer, level, policy, statement) =>
      [
        level === null ? layer : `${level} の${layer}`,
        ...(policy === null ? [] : [`ドキュメント ${policy}`]),
        ...(statement === null ? [] : [`ステートメント ${statement}`]),
      ].join(' '),
    reasons: {
      'statement-allows': '許可しています',
      'statement-denies': '拒否しています',
      'statement-misses': '許可に近いものの、一致しません',
      'statement-may-deny': '拒否する可能性があります(不明な部分があります)',
      'statement-refused': '正しくないため、何も許可しません',
      'nothing-allows': 'このアクションを許可するステートメントがありません',
      'no-policy': '許可しうるポリシーがありません',
      'only-delegates': 'アカウントだけを指定しているため、アイデンティティ側の許可も必要です',
      'not-delegated': '呼び出し元もアカウントも指定していません。キーとロールではほかの許可は効きません',
      'always-allowed': '認証情報があれば、誰でも自分が誰かを確認できます',
      'root-user': 'ルートユーザーは自分のアカウントで何でもできます',
      'public-access-blocked': 'S3 のパブリックアクセスブロックにより、公開ポリシー経由では外部から入れません',
      'acl-allows': 'アクセスコントロールリストが許可しています',
      'grant-allows': 'キーのグラントが許可しています',
      'cannot-be-modified': 'AWS が管理しているため、どの権限でも変更できません',
      'root-cannot-assume': 'ルートユーザーはロールを引き受けられません',
    },
    missed: {
      principal: (wanted, got) => `プリンシパルは ${got ?? '匿名'} で、${wanted} ではありません`,
      action: (wanted, got) => `アクションは ${got ?? '?'} で、${wanted} ではありません`,
      resource: (wanted, got) => `リソースは ${got ?? '?'} ですが、ステートメントの指定は ${wanted} です`,
      condition: (wanted, got) => `${wanted}: リクエストの値は${got === null ? 'ないか、不明です' : ` ${got} です`}`,
    },
    onlyIf: (condition) => `条件: ${condition}`,
  },
};
