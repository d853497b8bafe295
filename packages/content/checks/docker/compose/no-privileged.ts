import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services are not privileged', ja: 'サービスが特権モードで動いていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'A privileged container is root on the host in all but name.',
    ja: '特権コンテナは事実上ホストの root です。',
  },
  fix: {
    edits: { compose: [{ set: 'privileged', value: false, ifThere: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Take privileged away; add the one capability that is needed.',
      ja: 'privileged を外し、必要なケーパビリティだけを追加してください。',
    },
    compose: `services:
  app:
    image: orders:1.8
    cap_add: [NET_BIND_SERVICE]
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.isPrivileged) return pass();
    return fail({ en: `Service ${service.name} runs privileged`, ja: `サービス ${service.name} は特権モードで動きます` });
  },
  examples: [
    fails('on', {
      compose: `services:
  app:
    image: orders:1.8
    privileged: true
`,
    }),
    passes('not written', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    passes('off', {
      compose: `services:
  app:
    image: orders:1.8
    privileged: false
`,
    }),
    isUnknown('a variable', {
      compose: `services:
  app:
    image: orders:1.8
    privileged: \${PRIVILEGED}
`,
    }),
  ],
});
