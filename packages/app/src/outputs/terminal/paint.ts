import { styleText } from 'node:util';

export type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;
/** Colors a text, or returns it as it is. */
export type Paint = (style: Style | readonly Style[], text: string) => string;

/** A {@link Paint} that writes color codes only when `color` is true, whatever the stream or the environment says. */
export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => (text === '' ? '' : styleText(typeof style === 'string' ? style : [...style], text, { validateStream: false }));
}
