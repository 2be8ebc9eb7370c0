/**
 * The symbol table of one generated file: every name that it declares or imports, each once. The
 * emitters make several names of one (`Order`, `emptyOrder`, …), so a type takes them all or none.
 */
import { localName } from '#protobuf/compiler/names';
import { TAKEN } from './taken-names.ts';
import { giveNames } from './unique-names.ts';

export type Kind = 'message' | 'enum' | 'service';

/** A type by the name that it has in `.proto` files: `ecommerce.Order.Item`. */
export interface NamedType {
  readonly kind: Kind;
  readonly name: string;
}

/** What is generated for a type of that name. */
function namesMade(kind: Kind, name: string): string[] {
  switch (kind) {
    case 'message':
      return [name, `empty${name}`, `read${name}`, `write${name}`];
    case 'enum':
      return [name];
    case 'service':
      return [`${name}Definition`, `${name}Client`, `${name}Server`];
  }
}

/** What a file declares, and what it imports from others. */
export class TypeNames {
  readonly #taken = new Set(TAKEN);

  /**
   * Names for what a file declares: `pkg.Outer.Inner` in package `pkg` → `Outer_Inner`. A message
   * that is called so itself keeps the name, and the one inside another becomes `Outer_Inner_`.
   */
  declare(types: readonly NamedType[], packageName: string): Map<string, string> {
    const wishes = types.map((type) => {
      const name = localName(type.name, packageName);
      return { key: type, name, isExact: !type.name.slice(packageName.length + 1).includes('.') };
    });
    return this.#give(wishes);
  }

  /**
   * Names for types of other files. Each keeps the one that it has there, if nothing here is called
   * so and no other import is; otherwise its package stands in front: `values_Money`.
   */
  import(
    types: readonly (NamedType & { readonly typeName: string; readonly package: string })[],
  ): Map<string, string> {
    const wishes = types.map((type) => {
      const isWantedOnce = types.filter(({ typeName }) => typeName === type.typeName).length === 1;
      const keepsName = isWantedOnce && this.#isFree(type.typeName, type.kind);
      const name = keepsName
        ? type.typeName
        : [...type.package.split('.').filter(Boolean), type.typeName].join('_');
      return { key: type, name, isExact: keepsName };
    });
    return this.#give(wishes);
  }

  #isFree(name: string, kind: Kind): boolean {
    return namesMade(kind, name).every((made) => !this.#taken.has(made));
  }

  #give<Type extends NamedType>(
    wishes: readonly { key: Type; name: string; isExact: boolean }[],
  ): Map<string, string> {
    const given = giveNames(
      wishes,
      (name, { kind }) => this.#isFree(name, kind),
      (name, { kind }) => {
        for (const made of namesMade(kind, name)) this.#taken.add(made);
      },
    );
    return new Map([...given].map(([{ name: fullName }, name]) => [fullName, name]));
  }
}
