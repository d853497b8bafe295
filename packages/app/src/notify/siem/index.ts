/** Forwarding to a SIEM: syslog and HTTP. What is forwarded, and from where one went on, is kept by those who call. */
export type { SiemEntry } from './entry.ts';
export { sendHec, sendJsonLines } from './http.ts';
export type { HecSettings, JsonLinesSettings } from './http.ts';
export { sendSyslog, syslogLine } from './syslog.ts';
export type { SyslogSettings } from './syslog.ts';
