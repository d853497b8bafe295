import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services are confined', ja: 'AppArmor や seccomp を無効にしていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'unconfined takes away the filter that stops most escapes from containers.',
    ja: 'unconfined はコンテナ脱出の多くを防ぐフィルターを外します。',
  },
  fix: {
    edits: {
      compose: [
        {
          drop: 'security_opt',
          values: [
            'seccomp:unconfined',
            'seccomp=unconfined',
            'apparmor:unconfined',
            'apparmor=unconfined',
            'systempaths:unconfined',
            'systempaths=unconfined',
            'label:disable',
            'label=disable',
          ],
        },
      ],
    },
    cautions: ['breaks-software'],
    summary: { en: 'Take unconfined away.', ja: 'unconfined を外してください。' },
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
    const option = find(
      service.securityOptions,
      (each) => /^(?:seccomp|apparmor|systempaths)[:=]unconfined$/.test(each) || /^label[:=]disable$/.test(each),
    );
    if (option === undefined) return pass();
    return fail({
      en: `Service ${service.name} is not confined: ${option}`,
      ja: `サービス ${service.name} の隔離が外れています: ${option}`,
    });
  },
  examples: [
    fails('seccomp', {
      compose: `services:
  app:
    image: orders:1.8
    security_opt: ["seccomp:unconfined"]
`,
    }),
    fails('SELinux', {
      compose: `services:
  app:
    image: orders:1.8
    security_opt: ["label=disable"]
`,
    }),
    passes('a profile', {
      compose: `services:
  app:
    image: orders:1.8
    security_opt: ["seccomp:./profile.json"]
`,
    }),
    passes('none', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
  ],
});
