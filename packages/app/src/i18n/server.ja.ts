import type { server as en } from './server.en.ts';

export const server: typeof en = {
  description: 'チームのための API と Web コンソール: 検出項目の管理、担当、例外、通知。1 つのプロセスと組み込みのデータベースで動きます。',
  options: {
    data: 'データベースのフォルダー (既定: kumomori のデータフォルダーの server)',
    database: '組み込みの代わりに使う postgres://… (または KUMOMORI_DATABASE_URL)',
    port: 'ポート (既定 7420)',
    host: '待ち受けるアドレス (既定 127.0.0.1)',
    url: 'コンソールを開くアドレス https://… (既定: ホストとポートから)',
  },
  listening: (url) => `kumomori は ${url} で動いています`,
  setUp: (url) => `最初の管理者は ${url} で登録してください (リンクは 1 回だけ、1 時間有効です)。`,
  stopped: '停止しました',
  occupied: (pid, host) =>
    `このデータベースは ${host} のプロセス ${pid} が開いています。同時に開くとデータが失われます。そのプロセスを止めるか、--database で PostgreSQL サーバーを指定してください`,
  badPort: (value) => `${value} はポート番号ではありません (1 から 65535)`,
  badUrl: (value) => `${value} は http(s) のアドレスではありません`,
  portTaken: (port) => `ポート ${port} は使われています。--port で別の番号を指定してください`,
  problems: {
    'not-signed-in': 'サインインしてください。',
    'wrong-credentials': 'メールアドレスまたはパスワードが違います。',
    'second-factor': 'コードが違うか、すでに使われています。',
    forbidden: 'この操作はあなたのロールでは許可されていません。',
    'not-found': '見つからないか、別の部門のものです。',
    conflict: 'その間に別の人が変更しました。',
    'too-large': 'サイズが大きすぎます。',
    invalid: '入力に不足または誤りがあります。',
    'too-many': '試行回数が多すぎます。しばらく待ってください。',
    internal: 'サーバーで問題が起きました。詳細はサーバーのログにあります。',
  },
  reasons: {
    'email-taken': 'このメールアドレスはすでに使われています。',
    'password-length': 'パスワードは 12 文字以上 256 文字以下です。',
    'set-up-done': '管理者はすでに登録されています。',
    'set-up-token': 'このリンクは使用済みか期限切れです。サーバーを再起動すると新しいリンクが表示されます。',
    'other-origin': '別のサイトからの要求です。',
  },
};
