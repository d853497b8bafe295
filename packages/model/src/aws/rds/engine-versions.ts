/** Versions of database engines: which are past their support, which have a known flaw. Data of 2026-11-22, to be kept current. */

/**
 * The oldest major version in standard support on 2026-11-22, by the start of the engine's name.
 * Source: Amazon RDS and Aurora release calendars; for SQL Server and Oracle the versions that can still be created.
 */
const OLDEST: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'aurora-mysql': [8, 0],
  'aurora-postgresql': [14, 0],
  mariadb: [10, 11],
  mysql: [8, 4],
  'oracle-': [19, 0],
  postgres: [14, 0],
  'sqlserver-': [14, 0],
};

/** Is the version past its standard support? One that names less than the major version is not. */
export function isEngineEnded(engine: string, version: string): boolean {
  const [, oldest] = Object.entries(OLDEST).find(([start]) => engine.startsWith(start)) ?? [];
  const [major = NaN, minor = Infinity] = version.split('.').map(Number);
  if (!oldest || Number.isNaN(major)) return false;
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

/** The first minor version of each line without the log_fdw flaw. Source: AWS Security Bulletin AWS-2022-004. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  postgres: ['9.5.25', '9.6.22', '10.17', '11.12', '12.7', '13.3'],
  'aurora-postgresql': ['9.6.99', '10.14', '11.9'],
};

/** Lines have one number from 10 on, two before (9.6). A version without its last number means the newest. */
export function hasLogFdwFlaw(engine: string, version: string): boolean {
  const [line, minor] = split(version);
  const fixed = FIXED[engine]?.map(split).find(([each]) => each === line);
  return fixed !== undefined && minor !== undefined && (fixed[1] ?? 0) > minor;
}

function split(version: string): readonly [line: string, minor: number | undefined] {
  const parts = version.split('.');
  const length = Number(parts[0]) >= 10 ? 1 : 2;
  const minor = parts[length];
  return [parts.slice(0, length).join('.'), minor === undefined ? undefined : Number(minor)];
}
