/** Where kumomori keeps what belongs to its user and to no project: keys. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Variables = Readonly<Record<string, string | undefined>>;

/** KUMOMORI_DATA_DIR, else the place that the system has for such data (XDG Base Directory Specification; LOCALAPPDATA on Windows). */
export function dataFolder(variables: Variables, platform: NodeJS.Platform = process.platform): string {
  const given = (name: string): string | null => {
    const value = variables[name];
    return value === undefined || value === '' ? null : value;
  };
  const own = given('KUMOMORI_DATA_DIR');
  if (own !== null) return own;
  const home = given('HOME') ?? homedir();
  const local = platform === 'win32' ? given('LOCALAPPDATA') : null;
  return join(given('XDG_DATA_HOME') ?? local ?? join(home, '.local', 'share'), 'kumomori');
}
