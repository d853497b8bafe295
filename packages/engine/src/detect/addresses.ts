/** Addresses in ranges. IPv4 as 32-bit numbers, because every event may be asked; IPv6 is rare enough for BigInt. */
import { parseCidr } from '@kumomori/model';

/** Whether a text is an address in the range; IPv4 in IPv6 notation (`::ffff:192.0.2.1`) counts as IPv4. False for a range that is none. */
export function addressMatcher(cidr: string): (text: string) => boolean {
  const range = parseCidr(cidr);
  if (!range) return () => false;
  if (range.family === 6)
    return (text) => {
      if (!text.includes(':') || text.includes('/')) return false;
      const address = parseCidr(text);
      return address !== null && address.first >= range.first && address.first <= range.last;
    };
  const [first, last] = [Number(range.first), Number(range.last)];
  return (text) => {
    const address = ipv4(/^::ffff:\d/i.test(text) ? text.slice(7) : text);
    return address >= first && address <= last;
  };
}

/** -1 for what is no IPv4 address. */
function ipv4(text: string): number {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 46 : text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || octet > 255) return -1;
      value = value * 256 + octet;
      [octet, digits] = [0, 0];
      dots++;
    } else if (code >= 48 && code <= 57 && digits < 3) {
      octet = octet * 10 + code - 48;
      digits++;
    } else return -1;
    if (dots > 4) return -1;
  }
  return dots === 4 ? value : -1;
}
