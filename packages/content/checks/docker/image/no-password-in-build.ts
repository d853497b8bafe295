import { defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No password is set in the build', ja: 'ビルド中にパスワードを設定していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A password that is piped to chpasswd stands in the history of the image for everybody who can pull it.',
    ja: 'chpasswd に渡したパスワードはイメージ履歴に残り、取得した全員に見えます。',
  },
  fix: {
    summary: {
      en: 'Create users without password; give secrets at run time.',
      ja: 'パスワード無しのユーザーを作り、秘密は実行時に渡してください。',
    },
    dockerfile: `FROM alpine:3.20
RUN adduser -D app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_17'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(stage, (each) => each.program === 'chpasswd');
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('chpasswd', {
      dockerfile: `FROM alpine:3.20
RUN echo "app:$PASSWORD" | chpasswd
`,
    }),
    passes('a user without password', {
      dockerfile: `FROM alpine:3.20
RUN adduser -D app
`,
    }),
  ],
});
