import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services cannot gain privileges', ja: '権限の追加取得を禁止している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'Without it a setuid program in the image turns a break-in into root.',
    ja: 'これが無いと setuid プログラムで root に昇格できます。',
  },
  fix: {
    edits: {
      compose: [
        { drop: 'security_opt', values: ['no-new-privileges:false', 'no-new-privileges=false'] },
        { append: 'security_opt', values: ['no-new-privileges:true'] },
      ],
    },
    cautions: ['breaks-software'],
    summary: { en: 'Set security_opt no-new-privileges.', ja: 'security_opt に no-new-privileges を設定してください。' },
    compose: `services:
  app:
    image: orders:1.8
    security_opt: ["no-new-privileges:true"]
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (any(service.securityOptions, (option) => /^no-new-privileges(?:[:=]true)?$/.test(option))) return pass();
    return fail({ en: `Service ${service.name} may gain privileges`, ja: `サービス ${service.name} は権限を追加取得できます` });
  },
  examples: [
    fails('not written', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    fails('off', {
      compose: `services:
  app:
    image: orders:1.8
    security_opt: ["no-new-privileges:false"]
`,
    }),
    passes('on', {
      compose: `services:
  app:
    image: orders:1.8
    security_opt: ["no-new-privileges:true"]
`,
    }),
  ],
});
