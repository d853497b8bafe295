import type { AttrMap, Ref } from '../../../node.ts';
import type { TextCredential } from '../../../secrets/index.ts';
import type { NetworkInterface } from '../../network/network-interface/shape.ts';

/** A virtual machine, or a scale set of them. Source: Azure template reference of Microsoft.Compute, read 2026-11-22. */
export interface Machine {
  readonly isScaleSet: boolean;
  /** Its name in the cloud, for naming rules. */
  readonly label: string | undefined;
  /** `linux` or `windows`; undefined when nothing says it. */
  readonly os: string | undefined;
  /** Linux: does it take passwords for logins? */
  readonly acceptsPasswords: boolean;
  readonly hasSshKey: boolean;
  readonly hasHostEncryption: boolean;
  readonly hasSecureBoot: boolean;
  readonly hasVtpm: boolean;
  /** May extensions be installed and run? Default true. */
  readonly allowsExtensions: boolean;
  /** The agent of Azure is installed. */
  readonly hasAgent: boolean;
  /** Linux: `AutomaticByPlatform` or `ImageDefault`. */
  readonly patchMode: string;
  /** Windows: updates are installed by themselves. */
  readonly hasAutomaticUpdates: boolean;
  /** Scale sets: new images are rolled out by themselves. */
  readonly hasAutomaticImageUpgrade: boolean;
  /** The operating system or a data disk lies as a file in a storage account. */
  readonly hasUnmanagedDisk: boolean;
  /** The disk of the operating system uses a key of the customer. */
  readonly hasOsDiskKey: boolean;
  /** A credential in the custom data, which the machine can read in plain text. */
  readonly customDataCredential: TextCredential | undefined;
  /** The serial console and screenshots of the boot. */
  readonly hasBootDiagnostics: boolean;
  /** An image of one's own, by id. */
  readonly hasOwnImage: boolean;
  /** Of an image of the marketplace: `Canonical`, `MicrosoftWindowsServer` … */
  readonly imagePublisher: string | undefined;
  readonly networkInterfaces: readonly Ref<NetworkInterface>[];
  readonly extensions: readonly Extension[];
  readonly isBackedUp: boolean;
  /** Ports for administration open just in time; outside where the code sets up no such policy. */
  readonly isJustInTime: boolean;
  readonly hasIdentity: boolean;
  readonly tags: AttrMap<string>;
}

/** A program that Azure installs on the machine. */
export interface Extension {
  readonly publisher: string;
  /** `IaaSAntimalware`, `MDE.Linux`, `CustomScript` … */
  readonly kind: string;
  readonly autoUpgradesMinor: boolean;
}
