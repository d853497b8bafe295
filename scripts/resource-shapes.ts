/** Reads every `shape.ts` and packs what its interfaces say as data: names, types and descriptions of the fields that conditions may ask. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Comment, Directive, Statement, TSInterfaceDeclaration, TSPropertySignature, TSSignature, TSType } from 'oxc-parser';
import { parseSync } from 'oxc-parser';
import type { PackedShape, ResourceShapeData } from '../packages/model/src/cel/shapes.ts';

export interface ShapeSource {
  /** `aws.s3.bucket` */
  readonly type: string;
  /** Relative to packages/model/src: `aws/s3/bucket/shape.ts`. */
  readonly file: string;
  /** Name of the interface. */
  readonly shape: string;
}

/** Throws for a type that is written in a way it does not know: then this reader has to learn it. */
export function packResourceShapes(root: string, sources: readonly ShapeSource[]): ResourceShapeData {
  const packing = new Packing(join(root, 'packages/model/src'), sources);
  for (const { file, shape } of sources) packing.nameOf(shape, file);
  const objects = Object.fromEntries([...packing.objects].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { types: sources.map(({ type }) => type).toSorted(), objects };
}

interface Module {
  readonly path: string;
  readonly text: string;
  readonly body: readonly (Directive | Statement)[];
  readonly comments: readonly Comment[];
}

type Found = { readonly module: Module; readonly type: TSType } | { readonly module: Module; readonly declared: TSInterfaceDeclaration };

class Packing {
  readonly objects = new Map<string, PackedShape>();
  readonly #folder: string;
  readonly #modules = new Map<string, Module>();
  readonly #resources: ReadonlyMap<string, string>;

  constructor(folder: string, sources: readonly ShapeSource[]) {
    this.#folder = folder;
    this.#resources = new Map(sources.map(({ type, file, shape }) => [`${file}#${shape}`, type]));
  }

  /** The type that a name means in a file, as text; objects are packed on the way. */
  nameOf(name: string, file: string): string {
    const found = this.#find(name, file);
    if (!found) throw new Error(`${file}: ${name} is declared nowhere`);
    const { module } = found;
    if ('type' in found) return this.#typeOf(found.type, module, `${module.path}#${name}`).text;
    const own = this.#resources.get(`${module.path}#${name}`);
    const packed = own ?? `${dirname(module.path).replaceAll('/', '.')}.${name}`;
    if (!this.objects.has(packed)) {
      this.objects.set(packed, { doc: '', fields: [] }); // objects may contain themselves
      const fields = this.#fieldsOf(found.declared, module, packed);
      this.objects.set(packed, { doc: docBefore(module, exportStart(module, found.declared)), fields });
    }
    return packed;
  }

  #fieldsOf(declared: TSInterfaceDeclaration, module: Module, owner: string): PackedShape['fields'] {
    const inherited = (declared.extends ?? []).flatMap(({ expression }) => {
      const base = expression.type === 'Identifier' ? this.#find(expression.name, module.path) : undefined;
      if (!base || !('declared' in base)) throw new Error(`${module.path}: what ${owner} extends is not known`);
      return this.#fieldsOf(base.declared, base.module, owner);
    });
    return [...inherited, ...this.#members(declared.body.body, module, owner)];
  }

  #members(members: readonly TSSignature[], module: Module, owner: string): PackedShape['fields'] {
    return members.flatMap((member) => {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return [];
      return [this.#field(member, member.key.name, { module, owner })];
    });
  }

  #field(member: TSPropertySignature, name: string, { module, owner }: { module: Module; owner: string }): PackedShape['fields'][number] {
    const annotation = member.typeAnnotation?.typeAnnotation;
    if (!annotation) throw new Error(`${module.path}: ${name} has no type`);
    const { text, optional } = this.#typeOf(annotation, module, `${owner}.${name}`);
    return [name, text, optional || member.optional ? 1 : 0, docBefore(module, member.start)];
  }

  #typeOf(type: TSType, module: Module, owner: string): { readonly text: string; readonly optional: boolean } {
    const plain = (text: string): { readonly text: string; readonly optional: boolean } => ({ text, optional: false });
    switch (type.type) {
      case 'TSBooleanKeyword':
        return plain('bool');
      case 'TSStringKeyword':
      case 'TSTemplateLiteralType':
        return plain('string');
      case 'TSNumberKeyword':
        return plain('number');
      case 'TSUnknownKeyword':
        return plain('dyn');
      case 'TSLiteralType':
        return plain(literalKind(type.literal));
      case 'TSParenthesizedType':
        return this.#typeOf(type.typeAnnotation, module, owner);
      case 'TSTypeOperator':
        return this.#typeOf(type.typeAnnotation, module, owner);
      case 'TSArrayType':
        return plain(`list<${this.#typeOf(type.elementType, module, owner).text}>`);
      case 'TSUnionType': {
        const parts = type.types.filter((part) => part.type !== 'TSUndefinedKeyword' && part.type !== 'TSNullKeyword');
        const texts = new Set(parts.map((part) => this.#typeOf(part, module, owner).text));
        const [only] = texts;
        return { text: texts.size === 1 && only !== undefined ? only : 'dyn', optional: parts.length < type.types.length };
      }
      case 'TSTypeLiteral':
        this.objects.set(owner, { doc: '', fields: this.#members(type.members, module, owner) });
        return plain(owner);
      case 'TSTypeReference': {
        if (type.typeName.type !== 'Identifier') return plain('dyn');
        const argument = type.typeArguments?.params[0];
        if (type.typeName.name === 'AttrMap' && argument) return plain(`map<string, ${this.#typeOf(argument, module, owner).text}>`);
        if (type.typeName.name === 'Ref' && argument) return this.#typeOf(argument, module, owner);
        return plain(this.nameOf(type.typeName.name, module.path));
      }
      default:
        throw new Error(`${module.path}: a type written as ${type.type} is not known to scripts/resource-shapes.ts`);
    }
  }

  #find(name: string, file: string, seen = new Set<string>()): Found | undefined {
    if (seen.has(file)) return undefined;
    seen.add(file);
    const module = this.#read(file);
    for (const statement of module.body) {
      const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
      if (declared.type === 'TSInterfaceDeclaration' && declared.id.name === name) return { module, declared };
      if (declared.type === 'TSTypeAliasDeclaration' && declared.id.name === name) return { module, type: declared.typeAnnotation };
    }
    for (const statement of module.body) {
      const from = reexport(statement, name);
      const found = from === null ? undefined : this.#find(name, normalize(join(dirname(file), from)), seen);
      if (found) return found;
    }
    return undefined;
  }

  #read(path: string): Module {
    const known = this.#modules.get(path);
    if (known) return known;
    const file = join(this.#folder, path);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const { program, comments } = parseSync(path, text);
    const module = { path, text, body: program.body, comments };
    this.#modules.set(path, module);
    return module;
  }
}

/** The file of this model that a statement takes a name from; null when it does not. */
function reexport(statement: Directive | Statement, name: string): string | null {
  if (statement.type === 'ExportAllDeclaration') return local(statement.source.value);
  if (statement.type === 'ImportDeclaration') {
    return statement.specifiers.some(({ local: { name: each } }) => each === name) ? local(statement.source.value) : null;
  }
  if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return null;
  const names = statement.specifiers.map(({ exported }) => (exported.type === 'Identifier' ? exported.name : ''));
  return names.includes(name) ? local(statement.source.value) : null;
}

function local(source: string): string | null {
  return source.startsWith('.') ? source : null;
}

function literalKind(literal: { readonly type: string; readonly value?: unknown }): string {
  const { value } = literal;
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' ? 'number' : 'string';
}

/** Where the statement begins that a doc comment stands before. */
function exportStart({ body }: Module, declared: TSInterfaceDeclaration): number {
  const statement = body.find((each) => each.type === 'ExportNamedDeclaration' && each.declaration === declared);
  return statement?.start ?? declared.start;
}

/** The doc comment that ends right before an offset, on one line. */
function docBefore({ text, comments }: Module, offset: number): string {
  const comment = comments.findLast(({ end }) => end <= offset);
  if (!comment || text.slice(comment.end, offset).trim() !== '' || !comment.value.startsWith('*')) return '';
  return comment.value
    .slice(1)
    .split('\n')
    .map((line) => line.trim().replace(/^\*\s?/, ''))
    .join(' ')
    .trim();
}
