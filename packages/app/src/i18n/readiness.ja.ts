import type { readiness as en } from './readiness.en.ts';

export const readiness: typeof en = {
  cli: {
    description:
      'コードまたは収集したアカウントのログで、インシデント対応のどの質問に答えられるか、答えられない質問には何が足りないかを示します。',
    target: 'コードまたはスナップショットのフォルダー',
    varFile: 'Terraform の変数ファイル（複数指定可）',
    question: 'この質問だけを調べる（複数指定可）',
    lake: 'レイクのフォルダー。各ログの最初の日から、いつ以降の質問に答えられるかを示す',
    failUnder: 'スコアがこの数（0〜100）を下回ったら終了コード 1 にする',
    limit: '質問ごとに表示する不足の数（既定: 5）。0: すべて',
  },
  unknownQuestion: (id) => `質問「${id}」はありません。kumomori readiness --format json で一覧できます`,
  score: (score, subjects) =>
    score === null
      ? 'スコアなし: 質問の対象となるものが読み取れませんでした。'
      : `インシデント対応の準備度 ${score} / 100（回答 ${subjects} 件）`,
  counts: (answerable, partly, not, unknown) => `回答可能 ${answerable}、一部可能 ${partly}、不可 ${not}、不明 ${unknown}`,
  answers: { answerable: '回答可能', partly: '一部可能', not: '不可', unknown: '不明' },
  notAsked: (count) => `対象となるものが読み取れなかった質問が ${count} 件あります。`,
  columns: { answer: '回答', question: '質問', subjects: '対象', since: 'いつから' },
  since: (day, notKnown) => (day === null ? '不明' : notKnown === 0 ? day : `${day}（不明 ${notKnown} 件）`),
  subjects: (answerable, all) => `${all} 件中 ${answerable} 件`,
  kept: (days) => `今あるログの保存期間は ${days} 日`,
  gap: (address, file, line, message) => `${address} (${file}:${line}): ${message}`,
  fix: (check, summary) => `→ ${summary} [${check}]`,
  notThere: (subject, logs) => `${subject}: ${logs.join('、')} が読み取れませんでした`,
  more: (count) => `ほか ${count} 件。--limit 0 ですべて表示します`,
  heading: 'インシデント対応の準備度',
};
