import { any, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'What ADD fetches is checked', ja: 'ADD で取得する物のチェックサムを検証している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'docker.image.stage',
  why: {
    en: 'What an address gives today may be replaced tomorrow; the image then holds whatever the server sends.',
    ja: 'URL の中身は差し替えられることがあり、そのままイメージに入ります。',
  },
  fix: {
    summary: {
      en: 'Give ADD --checksum, or fetch and verify in a RUN.',
      ja: 'ADD に --checksum を付けるか、RUN で取得して検証してください。',
    },
    dockerfile: `FROM alpine:3.20
ADD --checksum=sha256:2222222222222222222222222222222222222222222222222222222222222222 https://example.com/tool /usr/bin/tool
`,
  },
  references: ['https://docs.docker.com/reference/dockerfile/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    const copy = find(stage.copies, (each) => each.isAdd && !each.hasChecksum && any(each.sources, (source) => /^https?:/.test(source)));
    if (!copy) return pass();
    return fail({ en: `${stage.name} adds a download that nobody checks`, ja: `${stage.name} は検証されないダウンロードを追加しています` });
  },
  examples: [
    fails('without', {
      dockerfile: `FROM alpine:3.20
ADD https://example.com/tool /usr/bin/tool
`,
    }),
    passes('with', {
      dockerfile: `FROM alpine:3.20
ADD --checksum=sha256:1111 https://example.com/tool /usr/bin/tool
`,
    }),
    passes('a file', {
      dockerfile: `FROM alpine:3.20
ADD rootfs.tar /
`,
    }),
  ],
});
