/** What is wrong with a log tree or a lake, in the words of contracts.md §6. */
export type TamperKind = 'edited' | 'deleted' | 'inserted' | 'reordered' | 'truncated' | 'bad-signature' | 'gap';

/** `reason` and `facts` become a sentence in the user's language (i18n, `integrity.reasons`). */
export interface TamperProblem {
  /** Key in the bucket, or path in the lake. */
  readonly object: string;
  readonly kind: TamperKind;
  readonly reason: TamperReason;
  readonly facts: readonly string[];
}

/** One sentence each in i18n, `integrity.reasons`. */
export type TamperReason =
  | 'log-changed'
  | 'log-cut'
  | 'log-swapped'
  | 'log-missing'
  | 'log-unlisted'
  | 'log-after-last-digest'
  | 'region-without-digests'
  | 'digest-changed'
  | 'digest-cut'
  | 'digest-unreadable'
  | 'digest-missing'
  | 'digest-missing-with-logs'
  | 'digest-elsewhere'
  | 'digest-copied'
  | 'digest-off-chain'
  | 'signature-missing'
  | 'signature-wrong'
  | 'signature-replaced'
  | 'key-unknown'
  | 'no-previous'
  | 'time-not-covered'
  | 'begins-late'
  | 'ends-early'
  | 'object-changed'
  | 'object-missing'
  | 'object-unlisted'
  | 'entry-changed'
  | 'entry-missing'
  | 'entry-unsealed'
  | 'entry-moved'
  | 'entries-cut'
  | 'entries-differ'
  | 'hash-changed'
  | 'head-unreadable'
  | 'head-signature'
  | 'head-key'
  | 'head-before-missing'
  | 'head-moved'
  | 'head-missing'
  | 'anchor-signature'
  | 'anchor-ahead'
  | 'anchor-differs'
  | 'stamp-broken'
  | 'stamp-untrusted'
  | 'stamp-headless'
  | 'proof-broken';
