/**
 * Credentials that flow into places others can read: by reference (`aws_iam_access_key.ci.secret` in the environment of a function: no value
 * is needed to see it) and by text. What is returned never holds the secret.
 */
import { HOLE } from '../code/index.ts';
import type { BlockReader } from '../code/index.ts';
import { credentialOf, decodeBase64Text, findCredential, isSecretName } from '../secrets/index.ts';
import type { Range } from '../source.ts';
import type { Reference, Value } from '../value.ts';
import { nullValue, partsOf } from '../value.ts';
import type { EntityContext } from './entity.ts';
import { isNameOfSecret, textOfValue, valuesAt } from './reading.ts';
import type { LeakedCredential } from './workload.ts';

/** Values nested deeper, or more of them in one attribute, are not looked at. */
const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;

/**
 * The credentials at the paths of a block, each once. `where`: as in {@link LeakedCredential}. Texts are looked at as scripts when they have
 * several lines or are Base64, else as the value of what they stand at. O(text).
 */
export function leaksAt(block: BlockReader, paths: string, { where, context }: LeakOptions): readonly LeakedCredential[] {
  if (paths === '') return [];
  const search = new Search(where, context);
  for (const { name, value, place } of valuesAt(block, paths)) search.look(name, value, place.range ?? context.base.place);
  return [...search.found.values()];
}

export interface LeakOptions {
  readonly where: string;
  readonly context: Pick<EntityContext, 'base' | 'symbol'>;
}

class Search {
  readonly found = new Map<string, LeakedCredential>();
  readonly #where: string;
  readonly #context: LeakOptions['context'];
  #left = MAX_VALUES;

  constructor(where: string, context: LeakOptions['context']) {
    this.#where = where;
    this.#context = context;
  }

  look(name: string, value: Value, place: Range, depth = 0): void {
    if (depth > MAX_DEPTH || this.#left-- <= 0) return;
    const own = value.range ?? place;
    if (value.kind !== 'map' && value.kind !== 'list' && value.kind !== 'set') {
      for (const ref of value.refs) this.#reference(ref, name, own);
      this.#text(name, value, own);
    }
    if (value.kind === 'map') {
      const pair = pairOf(value.entries);
      if (pair) this.look(pair.name, pair.value, own, depth + 1);
      else for (const [key, each] of value.entries) this.look(key, each, own, depth + 1);
      return;
    }
    for (const part of partsOf(value)) this.look(name, part, own, depth + 1);
    if ((value.kind === 'string' || value.kind === 'template') && value.structure) this.look(name, value.structure, own, depth + 1);
  }

  #text(name: string, value: Value, place: Range): void {
    if (value.kind === 'unknown') {
      if (typeof value.credential === 'string') this.#add({ of: undefined, credential: value.credential }, place);
      return;
    }
    const text = textOfValue(value)?.replaceAll(SYMBOLIC, HOLE);
    if (text === undefined || text.length < 6) return;
    const script = decodeBase64Text(text) ?? (text.includes('\n') || text.includes('=') ? text : null);
    const credential = credentialOf(name, text) ?? (script === null ? null : (findCredential(script)?.kind ?? null));
    if (!credential) return;
    this.#add({ of: ACCESS_KEY_ID.exec(script ?? text)?.[0] ?? STORAGE_ACCOUNT.exec(text)?.[1], credential }, place);
  }

  #reference({ address, attribute }: Reference, name: string, place: Range): void {
    const credential = secretOf(address, attribute, name);
    if (credential) this.#add({ of: this.#context.symbol(address), credential }, place);
  }

  #add(leak: Pick<LeakedCredential, 'of' | 'credential'>, place: Range): void {
    // The id and the secret of one key, or one secret in several variables, are one leak.
    const key = leak.of ?? `${leak.credential}@${place.source.path}:${place.start}`;
    if (!this.found.has(key)) this.found.set(key, { ...leak, where: this.#where, place });
  }
}

/** Stands for a value that is decided later (naming.ts): no literal. */
const SYMBOLIC = /(?<![A-Za-z0-9])~(?:\d{1,6}\.)?[A-Za-z_][\w.[\]%"-]*/g;
/** Source: AWS IAM User Guide "Understanding unique ID prefixes", read 2026-11-22. */
/** The account of a connection string. */
const STORAGE_ACCOUNT = /(?:^|;)AccountName=([a-z0-9]{3,24});(?:.{0,200};)?AccountKey=/;
const ACCESS_KEY_ID = /(?<![A-Za-z0-9])AKIA[A-Z0-9]{16}(?![A-Za-z0-9])/;

/** `{ Name: 'TOKEN', Value: … }` and the like. */
function pairOf(entries: ReadonlyMap<string, Value>): { readonly name: string; readonly value: Value } | null {
  if (entries.size > 5) return null;
  const name = textOfValue(
    entries.get('name') ?? entries.get('Name') ?? entries.get('key') ?? entries.get('Key') ?? entries.get('OptionName'),
  );
  const value = entries.get('value') ?? entries.get('Value');
  if (isNameOfSecret(textOfValue(entries.get('type') ?? entries.get('Type')))) return { name: 'store', value: nullValue() };
  return name === undefined || !value ? null : { name, value };
}

interface SecretAttribute {
  readonly type: RegExp;
  readonly attribute: RegExp;
  readonly credential: string;
  /** Only in a variable whose name says that it is secret. */
  readonly onlyNamed?: true;
}

/**
 * Attributes that are credentials. Sources: documentation of hashicorp/aws, azurerm, azuread, google, random and tls, read 2026-11-22.
 * Patterns are anchored and linear.
 */
const SECRET_ATTRIBUTES: readonly SecretAttribute[] = [
  { type: /^aws_iam_access_key$/, attribute: /^secret$/, credential: 'aws-secret-key' },
  { type: /^google_service_account_key$/, attribute: /^private_key$/, credential: 'private-key' },
  { type: /^google_storage_hmac_key$/, attribute: /^secret$/, credential: 'service-token' },
  { type: /^google_apikeys_key$/, attribute: /^key_string$/, credential: 'service-token' },
  { type: /^azuread_(?:application|service_principal)_password$/, attribute: /^value$/, credential: 'password' },
  { type: /^azurerm_container_registry$/, attribute: /^admin_password$/, credential: 'password' },
  { type: /^azurerm_kubernetes_cluster$/, attribute: /^kube_(?:admin_)?config/, credential: 'service-token' },
  { type: /^azurerm_/, attribute: /(?:^|_)(?:primary|secondary)_.*(?:key|connection_strings?)$/, credential: 'connection-string' },
  {
    type: /^azurerm_/,
    attribute: /(?:^|_)(?:primary|secondary)_key$|^instrumentation_key_secret$|(?:^|_)connection_strings?$/,
    credential: 'connection-string',
  },
  { type: /^azurerm_storage_account_sas$/, attribute: /^sas$/, credential: 'service-token' },
  { type: /^tls_private_key$/, attribute: /^private_key_/, credential: 'private-key' },
  { type: /^random_password$/, attribute: /^(?:result|bcrypt_hash)$/, credential: 'secret-value' },
  {
    type: /^(?:aws_db_instance|aws_rds_cluster|aws_redshift_cluster|aws_docdb_cluster|google_sql_user|azurerm_mssql_server)$/,
    attribute: /password$/,
    credential: 'password',
  },
  { type: /^(?:data\.)?aws_secretsmanager_secret_version$/, attribute: /^secret_(?:string|binary)/, credential: 'secret-value' },
  { type: /^(?:data\.)?google_secret_manager_secret_version$/, attribute: /^secret_data/, credential: 'secret-value' },
  { type: /^(?:data\.)?azurerm_key_vault_secret$/, attribute: /^value/, credential: 'secret-value' },
  { type: /^(?:data\.)?aws_ssm_parameter$/, attribute: /^value/, credential: 'secret-value', onlyNamed: true },
];

/** The kind of credential that an attribute holds; null when it holds none. CloudFormation's addresses are logical ids: there the attribute alone says it. */
function secretOf(address: string, attribute: string, name: string): string | null {
  if (attribute === 'SecretAccessKey') return 'aws-secret-key';
  if (/^list(?:Keys|Secrets|ConnectionStrings|Credentials)/i.test(attribute)) return 'connection-string';
  const type = typeAt(address);
  const found = SECRET_ATTRIBUTES.find((each) => each.type.test(type) && each.attribute.test(attribute));
  return found && (!found.onlyNamed || isSecretName(name)) ? found.credential : null;
}

/** `module.a["x"].data.aws_ssm_parameter.b[0]` → `data.aws_ssm_parameter`. */
function typeAt(address: string): string {
  const steps = address.replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '').split('.');
  const type = steps.at(-2) ?? '';
  return steps.at(-3) === 'data' ? `data.${type}` : type;
}
