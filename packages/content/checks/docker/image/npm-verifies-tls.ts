import { any, defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'npm checks certificates', ja: 'npm が証明書を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: {
      dockerfile: [
        { call: ['npm', 'yarn', 'pnpm'], swap: { '--strict-ssl=false': '--strict-ssl=true', 'strict-ssl=false': 'strict-ssl=true' } },
        { call: ['npm', 'yarn', 'pnpm'], when: ['strict-ssl', '--strict-ssl'], swap: { false: 'true' } },
      ],
    },
    cautions: ['breaks-build'],
    summary: { en: 'Take strict-ssl=false away; set cafile.', ja: 'strict-ssl=false を外し、cafile を設定してください。' },
    dockerfile: `FROM node:22
RUN npm ci
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_12'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        ['npm', 'yarn', 'pnpm'].includes(each.program) &&
        any(each.words, (word) => /strict-ssl(?:=|$)/.test(word)) &&
        any(each.words, (word) => /(?:^|=)false$/.test(word)),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM node:22
RUN npm config set strict-ssl false
`,
    }),
    passes('checked', {
      dockerfile: `FROM node:22
RUN npm config set cafile /etc/ca.pem
`,
    }),
    passes('on', {
      dockerfile: `FROM node:22
RUN npm config set strict-ssl true
`,
    }),
  ],
});
