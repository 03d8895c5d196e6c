/**
 * The ELF linker: relocatable objects, archives and shared libraries to an executable or a shared library.
 *
 * <pre>
 *   arguments ─► LinkOptions, Input ─► Resolver ─► GarbageCollector ─► Sections ─► Scan ─► Synthetic ─► Layout ─► bytes
 *                                      │  ObjectFile SharedFile        │ Merged-    │      DynamicSymbols
 *                                      │  Archive LinkerScript         │ Section    │      DynamicSection
 *                                      │  VersionScript                EhFrame      │      SymbolTable
 *                                      ▼                                            ▼
 *                                   Symbol                                   LinkTarget (X86_64, AArch64, Riscv64)
 * </pre>
 *
 * {@link org.jcc.link.Link} is the stage main. {@link org.jcc.link.Ar} is the archiver. Both are library calls with the command
 * lines of their GNU namesakes; nothing is global but a cache of large input files.
 */
package org.jcc.link;
