import { credentialIn, defineCheck, describeCredential, fail, fails, isSecretName, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image holds no credentials in its environment', ja: '環境変数に認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'ENV and ARG stay in the history of the image: whoever can pull it can read them.',
    ja: 'ENV と ARG はイメージ履歴に残り、取得した全員が読めます。',
  },
  fix: {
    summary: {
      en: 'Give secrets at run time, or to one RUN with --mount=type=secret; change the one that leaked.',
      ja: '秘密は実行時に渡すか RUN --mount=type=secret を使い、漏れた値は変更してください。',
    },
    dockerfile: `FROM alpine:3.20
RUN --mount=type=secret,id=token make fetch
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['AVD-DS-0031'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const credential = credentialIn(stage.credentials);
    if (credential) {
      const { en, ja } = describeCredential(credential.kind);
      return fail({
        en: `${stage.name} holds ${en} in ${credential.variable}`,
        ja: `${stage.name} の ${credential.variable} に${ja}が含まれています`,
      });
    }
    const argument = stage.arguments.keys().known.find((name) => isSecretName(name));
    if (argument === undefined) return pass();
    return fail({
      en: `${stage.name} takes a secret as build argument ${argument}`,
      ja: `${stage.name} はビルド引数 ${argument} で秘密を受け取っています`,
    });
  },
  examples: [
    fails('a value', {
      dockerfile: `FROM alpine:3.20
ENV DB_PASSWORD=drawn-by-lot-4711
`,
    }),
    fails('a build argument', {
      dockerfile: `FROM alpine:3.20
ARG DB_PASSWORD
RUN make
`,
    }),
    passes('no secret', {
      dockerfile: `FROM alpine:3.20
ENV DB_HOST=orders.db.example.com
`,
    }),
    passes('a mounted secret', {
      dockerfile: `FROM alpine:3.20
RUN --mount=type=secret,id=token make fetch
`,
    }),
  ],
});
