import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder } from './data-folder.ts';

const cases: readonly (readonly [
  name: string,
  variables: Readonly<Record<string, string>>,
  platform: NodeJS.Platform,
  expected: string,
])[] = [
  ['what the user says', { KUMOMORI_DATA_DIR: '/srv/keys', XDG_DATA_HOME: '/data', HOME: '/home/alice' }, 'linux', '/srv/keys'],
  ['the folder of the desktop', { XDG_DATA_HOME: '/data', HOME: '/home/alice' }, 'linux', join('/data', 'kumomori')],
  ['the home folder', { HOME: '/home/alice', XDG_DATA_HOME: '' }, 'darwin', join('/home/alice', '.local', 'share', 'kumomori')],
  ['the folder of Windows', { HOME: '/home/alice', LOCALAPPDATA: '/local' }, 'win32', join('/local', 'kumomori')],
  [
    'Windows counts on Windows only',
    { HOME: '/home/alice', LOCALAPPDATA: '/local' },
    'linux',
    join('/home/alice', '.local/share/kumomori'),
  ],
];

for (const [name, variables, platform, expected] of cases) {
  test(`the data folder is ${name}`, () => {
    assert.equal(dataFolder(variables, platform), expected);
  });
}
