import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'WORKDIR is absolute', ja: 'WORKDIR が絶対パスである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'A relative WORKDIR depends on the one before, of the base image too: files land where nobody looks.',
    ja: '相対パスの WORKDIR は直前やベースイメージに依存し、意図しない場所になります。',
  },
  fix: {
    summary: { en: 'Write the whole path.', ja: '絶対パスで書いてください。' },
    dockerfile: `FROM alpine:3.20
WORKDIR /srv/app
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV_DOCKER_10', 'AVD-DS-0009'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const folder = find(stage.workdirs, (each) => !/^(?:\/|[A-Za-z]:|\\|%)/.test(each));
    if (folder === undefined) return pass();
    return fail({ en: `${stage.name} works in the relative folder ${folder}`, ja: `${stage.name} の WORKDIR ${folder} は相対パスです` });
  },
  examples: [
    fails('relative', {
      dockerfile: `FROM alpine:3.20
WORKDIR app
`,
    }),
    fails('up', {
      dockerfile: `FROM alpine:3.20
WORKDIR "../app"
`,
    }),
    passes('absolute', {
      dockerfile: `FROM alpine:3.20
WORKDIR /app
`,
    }),
    passes('of Windows', {
      dockerfile: `FROM alpine:3.20
WORKDIR c:\\\\app
`,
    }),
    passes('a variable with a value', {
      dockerfile: `FROM alpine:3.20
ENV HOME=/home/app
WORKDIR $HOME/src
`,
    }),
    isUnknown('a variable of the base image', {
      dockerfile: `FROM alpine:3.20
WORKDIR $APP_HOME
`,
    }),
  ],
});
