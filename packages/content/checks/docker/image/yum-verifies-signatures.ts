import { defineCheck, fail, fails, findCommand, hasOption, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'yum and dnf check signatures', ja: 'yum と dnf が署名を検証している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'Whoever stands between the build and the server decides what goes into the image.',
    ja: '通信経路にいる攻撃者が、イメージに入る物を決められてしまいます。',
  },
  fix: {
    edits: { dockerfile: [{ call: ['yum', 'dnf', 'microdnf', 'tdnf'], take: ['--nogpgcheck'] }] },
    cautions: ['breaks-build'],
    summary: { en: 'Take --nogpgcheck away and import the key.', ja: '--nogpgcheck を外し、鍵を取り込んでください。' },
    dockerfile: `FROM fedora:41
RUN dnf install -y curl && dnf clean all
`,
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  equivalents: ['CKV2_DOCKER_9'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const command = findCommand(
      stage,
      (each) => ['yum', 'dnf', 'microdnf', 'tdnf'].includes(each.program) && hasOption(each, '--nogpgcheck'),
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
RUN dnf install -y --nogpgcheck tool
`,
    }),
    passes('checked', {
      dockerfile: `FROM fedora:41
RUN dnf install -y curl
`,
    }),
  ],
});
