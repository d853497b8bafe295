import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services get no dangerous capabilities', ja: '危険なケーパビリティを与えていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'With SYS_ADMIN, SYS_PTRACE and their like a container can leave its confinement.',
    ja: 'SYS_ADMIN や SYS_PTRACE などがあるとコンテナの隔離を抜け出せます。',
  },
  fix: {
    edits: {
      compose: [
        {
          drop: 'cap_add',
          values: [
            'SYS_ADMIN',
            'CAP_SYS_ADMIN',
            'SYS_PTRACE',
            'CAP_SYS_PTRACE',
            'SYS_MODULE',
            'CAP_SYS_MODULE',
            'SYS_RAWIO',
            'CAP_SYS_RAWIO',
            'DAC_READ_SEARCH',
            'CAP_DAC_READ_SEARCH',
            'NET_ADMIN',
            'CAP_NET_ADMIN',
            'BPF',
            'CAP_BPF',
            'ALL',
          ],
        },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Drop all capabilities and add the harmless ones that are needed.',
      ja: 'すべて落としてから、必要で無害なものだけを追加してください。',
    },
    compose: `services:
  app:
    image: orders:1.8
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const dangerous = ['ALL', 'SYS_ADMIN', 'SYS_PTRACE', 'SYS_MODULE', 'SYS_RAWIO', 'DAC_READ_SEARCH', 'NET_ADMIN', 'BPF'];
    const found = find(service.capabilitiesAdded, (each) => dangerous.includes(each.toUpperCase().replace(/^CAP_/, '')));
    if (found === undefined) return pass();
    return fail({
      en: `Service ${service.name} gets the capability ${found}`,
      ja: `サービス ${service.name} はケーパビリティ ${found} を持ちます`,
    });
  },
  examples: [
    fails('SYS_ADMIN', {
      compose: `services:
  app:
    image: orders:1.8
    cap_add: [SYS_ADMIN]
`,
    }),
    fails('all', {
      compose: `services:
  app:
    image: orders:1.8
    cap_add:
      - ALL
`,
    }),
    passes('harmless', {
      compose: `services:
  app:
    image: orders:1.8
    cap_add: [NET_BIND_SERVICE]
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
