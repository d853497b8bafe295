/** Puts proved changes into their files: each whole or not at all, in the encoding it had, never outside of its TARGET. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { decode } from '../files/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { writeWhole } from '../write-files.ts';
import type { FixedFile } from './fix-findings.ts';

const BOM = '\uFEFF';

/** Throws AppError `output-failed` for the first file that cannot be written; those before it are written. */
export function writeFixes(files: readonly FixedFile[], { language }: { readonly language: Language }): void {
  const messages = messagesIn(language);
  const fail = (message: string, cause?: unknown): never => {
    throw new AppError('output-failed', { message, cause });
  };
  for (const { file, path, root, before, after } of files) {
    try {
      const real = realpathSync(path);
      const inside = relative(realpathSync(root), real);
      if (inside.startsWith('..') || inside.split(sep).includes('.git') || !lstatSync(real).isFile()) fail(messages.fixes.link(file));
      const bytes = readFileSync(real);
      const now = decode(bytes);
      if (now.kind !== 'text' || now.text !== before) fail(messages.fixes.changed(file));
      const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      const encoded = Buffer.from((isMarked ? BOM : '') + before, 'utf8');
      if (!encoded.equals(bytes)) fail(messages.fixes.notUtf8(file));
      writeWhole(real, (isMarked ? BOM : '') + after);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      fail(messages.cli.cannotWrite(file), cause);
    }
  }
}
