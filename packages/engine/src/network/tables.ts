/** Route tables and their routes, joined. */
import type { AwsRoute, AwsSubnet, AwsVpc, EntityMap, Estate, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from './addresses.ts';
import { Index } from './names.ts';
import type { Table, TableRoute } from './topology.ts';
import type { Doubt } from './types.ts';

/** Route tables with the routes that stand inside and beside them. */
export class Tables {
  readonly #index: Index<EntityMap['aws.route-table']>;
  readonly #own: ReadonlyMap<string, readonly EntityMap['aws.route'][]>;
  readonly #made = new Map<EntityMap['aws.route-table'], Table>();
  readonly #addresses: (text: string) => AddressSet | null;
  readonly #lacking: string | undefined;

  constructor(estate: Estate, addresses: (text: string) => AddressSet | null) {
    this.#addresses = addresses;
    this.#lacking = estate.incomplete.get('AWS::EC2::RouteTable')?.detail;
    this.#index = new Index(estate.all('aws.route-table'));
    this.#own = Map.groupBy(estate.all('aws.route'), ({ table }) => (typeof table === 'string' ? table : ''));
  }

  byName(name: Known<string | undefined>): Table | undefined {
    const entity = this.#index.get(name);
    return entity && this.of(entity);
  }

  of(entity: EntityMap['aws.route-table']): Table {
    const known = this.#made.get(entity);
    if (known) return known;
    const names = [...new Set([...entity.names, ...(typeof entity.standsFor === 'string' ? [entity.standsFor] : [])])];
    const routes = [...entity.routes, ...this.#ownRoutes(names)];
    const hidden = entity.isElsewhere ? [{ detail: 'the routes of the table are not in this code', place: entity.place }] : [];
    const table: Table = {
      node: entity.node,
      place: entity.place,
      routes: routes.map((route) => this.#route(route, entity.uncertain)),
      doubts: [...(entity.rest ? [{ detail: entity.rest.detail, place: entity.place }] : []), ...hidden],
    };
    this.#made.set(entity, table);
    return table;
  }

  /** The table a VPC is born with: it leads to the VPC itself only, unless routes were added to it. */
  main(vpc: AwsVpc): Table {
    const routes = this.#ownRoutes(vpc.mainTableNames).map((route) => this.#route(route, vpc.uncertain));
    const isHidden = vpc.isElsewhere || vpc.isDefault !== false;
    const detail = isHidden ? 'the main route table of the VPC is not in this code' : this.#lacking;
    const doubts = detail === undefined ? [] : [{ detail, place: vpc.place }];
    return { node: null, place: vpc.place, routes, doubts };
  }

  associated(association: EntityMap['aws.table-association'], subnet: AwsSubnet): Table | Doubt {
    if (association.uncertain && !subnet.uncertain)
      return { detail: 'it is not known whether the association of its route table exists', place: association.place };
    const table = this.byName(association.table);
    if (table) return table;
    const detail = isUndecided(association.table) ? association.table.undecided.detail : 'its route table is not in this code';
    return { detail, place: association.place };
  }

  #ownRoutes(names: readonly string[]): readonly AwsRoute[] {
    return names.flatMap((name) => (this.#own.get(name) ?? []).map(({ route }) => route));
  }

  #route(route: AwsRoute, isUncertainAnyway: boolean): TableRoute {
    const { destination } = route;
    return {
      route,
      to: typeof destination === 'string' ? this.#addresses(destination) : null,
      isSure: !route.uncertain || isUncertainAnyway,
    };
  }
}
