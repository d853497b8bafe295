/** The folders of users' checks: needed before the rest, which may name those checks. */
import { isRecord } from '@kumomori/model';
import { readConfigDocument } from './document.ts';

/** As written; empty when there are none or the text is no configuration. */
export function readCheckFolders(text: string): readonly string[] {
  const { value } = readConfigDocument(text);
  const checks = isRecord(value) ? value['checks'] : undefined;
  const folders = isRecord(checks) ? checks['folders'] : undefined;
  return Array.isArray(folders) ? folders.filter((each) => typeof each === 'string') : [];
}

/** The same for files of users' frameworks. */
export function readFrameworkFiles(text: string): readonly string[] {
  const { value } = readConfigDocument(text);
  const files = isRecord(value) ? value['frameworks'] : undefined;
  return Array.isArray(files) ? files.filter((each) => typeof each === 'string') : [];
}
