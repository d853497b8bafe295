/** Questions about command-line flags. */
import type { AttrMap } from '../node.ts';

type Flags = AttrMap<string>;

/** The flag is given and is `true`, or stands alone. */
export function isOn(flags: Flags, flag: string): boolean {
  return flags.get(flag) === 'true';
}

/** The value of a flag as a number; undefined when it is not given or no number. */
export function numberOf(flags: Flags, flag: string): number | undefined {
  const value = Number(flags.get(flag) ?? Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

/** The flag's comma-separated values; none when it is not given. */
export function valuesOf(flags: Flags, flag: string): readonly string[] {
  return (flags.get(flag) ?? '').split(',').flatMap((value) => (value.trim() === '' ? [] : [value.trim()]));
}

/** Cipher suites that the Kubernetes documentation and CIS call strong. Source: CIS Kubernetes Benchmark 1.12, 1.2.29; read 2026-11-22. */
export const STRONG_CIPHERS: readonly string[] = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
];

/** The durations of Go that are no time at all: `0`, `0s`, `0h0m0s`. */
export function isZeroDuration(duration: string): boolean {
  return /^(?:0(?:\.0*)?(?:ns|us|µs|ms|s|m|h)?)+$/.test(duration);
}

/** The flag is given and says something. */
export function isGiven(flags: Flags, flag: string): boolean {
  return (flags.get(flag) ?? '') !== '';
}
