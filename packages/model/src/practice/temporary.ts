/** What a rule's description or comment says about itself: that it is temporary, until when, and because of which ticket. English and Japanese. */
import type { Text } from '../text.ts';
import { daysBetween, writtenDates } from './dates.ts';

export interface TemporaryNote {
  /** The words that say it, as written. */
  readonly words: string;
  /** The last day, `YYYY-MM-DD`; null when none is named. */
  readonly until: string | null;
  /** The first day. */
  readonly since: string | null;
}

/**
 * What follows or goes before turns the words into something else: temporary credentials, a test environment, virtual (仮想), an hour (一時間).
 * Each stands at the beginning of a word, so that templates and attempts are none.
 */
const phrases: readonly RegExp[] = [
  /(?<!\b(?:not|non|never|no longer|isn't)[ -])\b(?:temporar(?:y|ily)|temp|tmp)\b(?!\s+(?:security\s+)?(?:credential|token|file|storage|table|director|folder|disk|sensor)s?)/i,
  /\b(?:work-?around|stop-?gap|quick ?fix|hot ?fix|makeshift|interim|provisional(?:ly)?|short[- ]term|for now|for the time being)\b/i,
  /\b(?:until|till)\b(?!\s+(?:the\s+)?(?:connection|session|timeout)\b)/i,
  /\b(?:(?:to be|can be|should be|will be|must be)\s+(?:removed|deleted|closed|revoked|dropped)|(?:remove|delete|close|revoke|drop)\s+(?:this|it|me|later|soon|after|when|once|before|by|on|rule)\b)/i,
  /\b(?:expires?|valid (?:until|through|till)|expiry|sunset)\b(?=\W)/i,
  /\b(?:TODO|FIXME|XXX)\b/,
  /^\W*(?:just |only |a )?test(?:ing|s)?\W*\d*\W*$/i,
  /\b(?:for|just|only) (?:a |the |some |load |smoke |manual )?(?:test(?:s|ing)?|debug(?:ging)?|trial|poc|troubleshooting)\b(?!\s*(?:env|environment|vpc|subnet|network|account|stage|system|server|instance|cluster|runner)s?\b)/i,
  /\b(?:test|testing|debug|poc|trial) (?:rule|access|only|purposes?|entry)\b/i,
  /一時(?!間|停止|ファイル|保存|領域|テーブル|認証|クレデンシャル|トークン|刻)/,
  /暫定|応急|期間限定|当面|とりあえず|取り急ぎ|取り敢えず/,
  /(?<!平)仮(?![想名説定面病装])/,
  /(?:テスト|検証|動作確認|デバッグ|調査|お?試し|トライアル)(?:用|中|のため|目的|時のみ)(?!\s*(?:の|に|VPC|サブネット|環境|サーバ|アカウント|ネットワーク|クラスタ|系))/i,
  /(?:削除|撤去|廃止|閉鎖|クローズ|解除|除去)(?:予定|する予定|すること|待ち)|要(?:削除|撤去|確認後削除)/,
  /(?:後で|あとで|後ほど|終わったら|終了後|完了後|移行後|確認後)に?(?:[^、。]{0,8})(?:削除|消す|消し|戻す|閉じ|撤去|廃止)/,
  /(?:日|月|年|末|完了|終了|移行|リリース|解決|切替|切り替え|公開|開始|稼働|対応|復旧)(?:する)?まで/,
];

/** Null when the text says nothing of the kind. O(length of the text). */
export function temporaryNote(text: string): TemporaryNote | null {
  const shortened = text.slice(0, MAX_NOTE);
  // Names are written with _ and capitals: temp_ssh, AllowTempVendor.
  const words = phrases.map((phrase) => phrase.exec(shortened)?.[0]).find((each) => each !== undefined);
  if (words === undefined) return null;
  const dates = writtenDates(shortened);
  const ends = dates.filter(({ meaning }) => meaning === 'end').map(({ day }) => day);
  const starts = dates.filter(({ meaning }) => meaning === 'start').map(({ day }) => day);
  return { words: words.trim(), until: ends.toSorted().at(-1) ?? null, since: starts.toSorted()[0] ?? null };
}

/** The words of a name like `allow-temp_ssh` or `AllowTempVendor`, for {@link temporaryNote}. */
export function wordsOfName(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[-_./]+(?!\d)/g, ' ');
}

/** Longer notes are no notes. */
const MAX_NOTE = 2000;

export interface OverdueOptions {
  /** The day of the scan; empty: dates are not judged. One element at most. */
  readonly today: readonly string[];
  /** Since when the line is there, when somebody looked. One element at most. */
  readonly since: readonly string[];
  readonly olderThanDays: number;
  readonly closedTickets: readonly string[];
}

/**
 * Why a rule with this note should be gone: its ticket is closed, its day has passed, it has been there for too long, or it says that it is
 * temporary and nobody knows since when. Null: it says nothing, its day is still to come, or it is young.
 */
export function overdueReason(text: string, { today: [today], since: [seen], olderThanDays, closedTickets }: OverdueOptions): Text | null {
  const note = temporaryNote(text);
  const ticket = closedTickets.find((each) => namesTicket(text, each));
  if (ticket !== undefined) return { en: `names ${ticket}, which is closed`, ja: `完了済みのチケット ${ticket} を挙げています` };
  if (!note) return null;
  const said = { en: `says "${note.words}"`, ja: `「${note.words}」と書かれています` };
  const late = note.until !== null && today !== undefined ? daysBetween(note.until, today) : null;
  if (note.until !== null && late !== null) {
    if (late <= 0) return null;
    return {
      en: `${said.en}, and ${note.until} passed ${count(late)} ago`,
      ja: `${said.ja} (期日 ${note.until} を ${late} 日過ぎています)`,
    };
  }
  const since = note.since ?? seen;
  const age = since !== undefined && today !== undefined ? daysBetween(since, today) : null;
  if (age === null) return said;
  if (age <= olderThanDays) return null;
  return { en: `${said.en} and has been there since ${since} (${count(age)})`, ja: `${said.ja} (${since} から ${age} 日間)` };
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** `OPS-12` is not named by `OPS-123` nor by `DEVOPS-12`. */
function namesTicket(text: string, ticket: string): boolean {
  const wanted = ticket.trim().toLowerCase();
  if (wanted === '') return false;
  const where = text.toLowerCase();
  for (let at = where.indexOf(wanted); at !== -1; at = where.indexOf(wanted, at + 1)) {
    if (!/[a-z0-9]/.test(where[at - 1] ?? '') && !/\d/.test(where[at + wanted.length] ?? '')) return true;
  }
  return false;
}
