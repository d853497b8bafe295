import { any, defineCheck, fail, fails, findCommand, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'yum and dnf check certificates', ja: 'yum と dnf が証明書を検証している' },
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
        {
          call: ['yum', 'dnf', 'microdnf', 'yum-config-manager'],
          swap: { '--setopt=sslverify=false': '--setopt=sslverify=true', '--setopt=sslverify=0': '--setopt=sslverify=1' },
        },
      ],
    },
    cautions: ['breaks-build'],
    summary: { en: 'Take sslverify=0 away.', ja: 'sslverify=0 を外してください。' },
    dockerfile: `FROM fedora:41
RUN dnf install -y curl && dnf clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_15'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) =>
        ['yum', 'dnf', 'microdnf', 'yum-config-manager'].includes(each.program) &&
        any(each.words, (word) => /sslverify\s*=\s*(?:0|false|no)\b/i.test(word)),
    );
    if (!command) return pass();
    return fail({
      en: `${stage.name}: ${command.program} does not check what it is given`,
      ja: `${stage.name}: ${command.program} が検証を行っていません`,
    });
  },
  examples: [
    fails('off', {
      dockerfile: `FROM fedora:41
RUN dnf install -y --setopt=sslverify=false tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl
`,
    }),
  ],
});
