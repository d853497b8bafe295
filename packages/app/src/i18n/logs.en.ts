/** Objects of logs: what is wrong with them. */
export const logs = {
  missing: (path: string) => `no file or folder of logs at ${path}`,
  tooDeep: 'folders are nested too deep; this one was left out',
  link: 'a link; links below a folder of logs are not followed',
  atByte: (offset: number) => `at byte ${offset}`,
  faults: {
    corrupt: 'the compressed data is damaged; what stands before was read',
    truncated: 'the compressed data ends too early; what is there was read',
    'too-large': 'too large once inflated; nothing of it was read',
    bomb: 'inflates to far more than logs do; nothing of it was read',
    unreadable: 'cannot be read',
    binary: 'not text: nothing of it was read',
  },
};
