/** Short names of what calls come from: networks, families of user agents. */

/** The /24 of an IPv4 address, the /48 of an IPv6 address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
  const [head = ''] = address.toLowerCase().split('::');
  const groups = head.split(':');
  // Groups that `::` leaves out are zeros; only the first three matter.
  const first = [0, 1, 2].map((at) => groups[at] || '0');
  return `${first.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/48`;
}

/** Addresses that are of no network on the internet: RFC 1918, loopback, link-local, shared (RFC 6598), unique local. */
export function isPrivate(address: string): boolean {
  return (
    /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(address) ||
    /^(?:::1$|f[cd]|fe[89ab])/i.test(address)
  );
}

const MAX_AGENT = 400;
const SYSTEM = /windows|mac ?os|macos|darwin|android|iphone|ipad|cros|linux|freebsd/i;
const BROWSER = /edg(?:e|a|ios)?\/|opr\/|firefox\/|chrome\/|safari\//i;

/** The program without its version, and the system it runs on where it says so: `aws-cli linux`, `browser chrome macos`. */
export function agentFamily(agent: string): string {
  const text = agent.slice(0, MAX_AGENT).replace(/^\[|\]$/g, '');
  const system = (SYSTEM.exec(text)?.[0] ?? '').toLowerCase().replace(/^mac ?os$|^darwin$/, 'macos');
  const suffix = system === '' ? '' : ` ${system}`;
  if (/^mozilla\//i.test(text)) return `browser ${(BROWSER.exec(text)?.[0] ?? 'other').toLowerCase().replace('/', '')}${suffix}`;
  const name = (/^[^\s/;(]{1,60}/.exec(text)?.[0] ?? 'other').toLowerCase().replace(/[-_.]?v?\d+(?:\.\d+)*$/, '');
  return `${name === '' ? 'other' : name}${suffix}`;
}

/** `RunInstances (ec2.amazonaws.com)`. */
export function callName(action: string, service: string | null): string {
  return service === null ? action : `${action} (${service})`;
}

/** The operation of a {@link callName}. */
export function actionOf(call: string): string {
  const at = call.lastIndexOf(' (');
  return at < 0 ? call : call.slice(0, at);
}
