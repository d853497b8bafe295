/** `lake verify`: are the logs what was written? */
const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const integrity = {
  lake: 'Audit and flow logs in one place: load them, ask them, prove that they are what was written.',
  needsCommand: 'kumomori lake needs a command: kumomori lake --help',
  cli: {
    verify: 'Prove that nothing in a CloudTrail tree (with its digests) or in a lake was altered.',
    folder: 'downloaded CloudTrail tree, or a lake',
    keys: "public keys: saved answer of `aws cloudtrail list-public-keys` for the tree's time",
    since: 'the proof must reach back to this time (ISO 8601)',
    until: 'the proof must reach up to this time (ISO 8601)',
    badTime: (option: string, value: string) => `${option} ${value} is not a time like 2026-11-22T00:00:00Z`,
    badKeys: (file: string) => `${file} is not an answer of ListPublicKeys ({"PublicKeyList": [{"Value", "Fingerprint"}]})`,
    missing: (folder: string) => `${folder} is no folder`,
    nothing: (folder: string) =>
      `${folder} holds neither CloudTrail digests (…_CloudTrail-Digest_….json.gz) nor a lake; without digests nothing can be proved`,
  },
  intact: 'Intact',
  altered: (count: number) => `ALTERED: ${s(count, 'problem')}`,
  checked: (digests: number, objects: number) => `${s(digests, 'digest')} and ${s(objects, 'log file')} checked`,
  proven: (account: string, region: string, from: string, until: string) => `${account} ${region}: ${from} to ${until}`,
  goesOn: (key: string) => `goes on before that: ${key} is not here`,
  noKeys:
    'Signatures were not checked: give --public-keys. Somebody who can write all files can rebuild the hashes; only the signatures show that CloudTrail wrote them.',
  tooNew: (count: number) => `${s(count, 'log file is', 'log files are')} newer than the last digest: not proven yet.`,
  unproven: (count: number) =>
    `${s(count, 'log file lies', 'log files lie')} in a time no reliable digest speaks of (before the chain begins, or where a digest is missing or was altered): not proven.`,
  columns: { kind: 'KIND', object: 'OBJECT', message: 'WHAT IS WRONG' },
  reasons: {
    'log-changed': () => 'the content is not what the digest lists',
    'log-cut': () => 'the file ends before its end',
    'log-swapped': (home = '') => `holds the content of ${home}`,
    'log-missing': () => 'listed by a digest, not here',
    'log-unlisted': () => 'no digest lists it, although its time is covered',
    'log-after-last-digest': (log = '') => `the chain ends here, but log files go on (${log}): the digests after it are missing`,
    'region-without-digests': () => 'log files are here, but not one digest of this account and region',
    'digest-changed': () => 'the content is not what the next digest was signed over',
    'digest-cut': () => 'the file ends before its end',
    'digest-unreadable': () => 'is no digest: not gzip, or not its JSON',
    'digest-missing': (next = '') => `named as the one before ${next}, not here`,
    'digest-missing-with-logs': (log = '') => `named as the one before the first, not here, although log files of its time are (${log})`,
    'digest-elsewhere': (home = '') => `is the digest that belongs at ${home}`,
    'digest-copied': (home = '') => `is a copy of ${home}`,
    'digest-off-chain': () => 'no digest after it was signed over it',
    'signature-missing': (file = '') => `no signature is known: ${file} (the answer of HeadObject) is not here`,
    'signature-wrong': () => 'the signature is not of this content by the key it names',
    'signature-replaced': () => 'signed anew: the next digest was signed over another signature',
    'key-unknown': (fingerprint = '') => `signed with a key that is not among CloudTrail's (${fingerprint})`,
    'no-previous': (from = '', until = '') =>
      `names no digest before it: nothing was recorded from ${from} to ${until}, or the chain was begun anew`,
    'time-not-covered': (from = '', until = '') => `no digest covers ${from} to ${until}`,
    'begins-late': (from = '', since = '') => `the chain begins ${from}, asked for was from ${since}`,
    'ends-early': (end = '', until = '') => `the chain ends ${end}, asked for was until ${until}`,
  },
};
