import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service file systems are read-only', ja: 'ルートファイルシステムが読み取り専用である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.compose.service',
  why: {
    en: 'What cannot be written cannot be changed by an attacker to stay.',
    ja: '書き込めなければ、攻撃者は居座るための変更ができません。',
  },
  fix: {
    edits: { compose: [{ set: 'read_only', value: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set read_only to true and tmpfs for what must be written.',
      ja: 'read_only を true にし、書き込みが必要な場所は tmpfs にしてください。',
    },
    compose: `services:
  app:
    image: orders:1.8
    read_only: true
    tmpfs: [/tmp]
`,
  },
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasReadOnlyRoot) return pass();
    return fail({
      en: `Service ${service.name} can write to its own image`,
      ja: `サービス ${service.name} は自身のファイルシステムに書き込めます`,
    });
  },
  examples: [
    fails('not written', {
      compose: `services:
  app:
    image: orders:1.8
`,
    }),
    passes('on', {
      compose: `services:
  app:
    image: orders:1.8
    read_only: true
`,
    }),
  ],
});
