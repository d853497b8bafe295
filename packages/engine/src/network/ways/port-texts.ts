/** Ports as people write them: `22`, `8000-8099`, `*`. Source: IANA protocol numbers, read 2026-11-22. */
import type { PortSet } from '../ports.ts';
import { NO_PORTS, portsOf, unionPorts } from '../ports.ts';

const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = { '*': '-1', any: '-1', all: '-1', esp: '50', ah: '51', ipip: '4', sctp: '132' };

/** `22`, `8000-8099`, `*` of a protocol; every protocol with ports means TCP and UDP. */
export function portsIn(protocol: string, texts: readonly string[]): PortSet {
  const name = protocol.toLowerCase();
  const written = PROTOCOL_NUMBERS[name] ?? name;
  let found = NO_PORTS;
  for (const text of texts.length === 0 ? ['*'] : texts) {
    const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? [];
    const [from, to] = first === undefined ? [-1, -1] : [Number(first), Number(last ?? first)];
    const isWhole = from <= 0 && (to === -1 || to >= 65_535);
    const protocols = written === '-1' && !isWhole ? ['tcp', 'udp'] : [written];
    for (const each of protocols) found = unionPorts(found, portsOf(each, isWhole ? -1 : from, isWhole ? -1 : to) ?? NO_PORTS);
  }
  return found;
}
