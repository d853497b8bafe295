import type { AttrMap } from '../../../node.ts';

/** A service of a compose file. Source: the Compose specification, read 2026-11-22. */
export interface ComposeService {
  readonly image: string | undefined;
  /** Built from a Dockerfile: its tag says nothing about where it comes from. */
  readonly isBuilt: boolean;
  /** Default false. */
  readonly isPrivileged: boolean;
  readonly capabilitiesAdded: readonly string[];
  readonly capabilitiesDropped: readonly string[];
  readonly networkMode: string | undefined;
  readonly pidMode: string | undefined;
  readonly ipcMode: string | undefined;
  readonly user: string | undefined;
  /** Default false. */
  readonly hasReadOnlyRoot: boolean;
  readonly securityOptions: readonly string[];
  readonly volumes: readonly ComposeVolume[];
  readonly ports: readonly ComposePort[];
  /** Environment variables that hold a credential → its kind. */
  readonly credentials: AttrMap<string>;
  /** Of `mem_limit` or `deploy.resources.limits`. */
  readonly hasMemoryLimit: boolean;
}

export interface ComposeVolume {
  /** A path of the host, or the name of a volume. */
  readonly source: string | undefined;
  readonly target: string | undefined;
}

export interface ComposePort {
  /** Address of the host; absent: all of them. */
  readonly hostAddress: string | undefined;
  /** As written: `8080`, `3000-3005`. Absent: the port is chosen by Docker. */
  readonly published: string | undefined;
  readonly target: string | undefined;
}
