package org.jcc.asm.elf;

/**
 * The numbers of the ELF-64 object format, with the names that the gABI and the psABIs give them: header fields, section
 * and symbol kinds, dynamic tags, program headers, notes and the relocation types of the three architectures.
 *
 * <p>Sources: System V gABI chapters 4 and 5; "System V ABI, AMD64 Architecture Processor Supplement" 1.0 table 4.9;
 * "ELF for the Arm 64-bit Architecture (AArch64)" (AAELF64) section 5.7; "RISC-V ELF psABI" chapter 8; the GNU extensions
 * (symbol versions, {@code .gnu.hash}, IFUNC, RELRO, properties) as the LSB and the linux-gABI describe them.
 */
public final class Elf {
    private Elf() {}

    // --- ELF header -----------------------------------------------------------------------------------------------

    /** Sizes of the fixed-layout records of ELF-64. */
    public static final int EHDR_SIZE = 64, SHDR_SIZE = 64, PHDR_SIZE = 56, SYM_SIZE = 24, RELA_SIZE = 24, DYN_SIZE = 16;

    public static final int EI_CLASS = 4, EI_DATA = 5, EI_VERSION = 6, EI_OSABI = 7, EI_ABIVERSION = 8;
    public static final int ELFCLASS32 = 1, ELFCLASS64 = 2, ELFDATA2LSB = 1, ELFDATA2MSB = 2, EV_CURRENT = 1;
    public static final int ELFOSABI_SYSV = 0, ELFOSABI_GNU = 3;
    public static final int ET_NONE = 0, ET_REL = 1, ET_EXEC = 2, ET_DYN = 3, ET_CORE = 4;
    public static final int EM_386 = 3, EM_X86_64 = 62, EM_AARCH64 = 183, EM_RISCV = 243;

    /** Field offsets in the ELF header. */
    public static final int E_TYPE = 16, E_MACHINE = 18, E_VERSION = 20, E_ENTRY = 24, E_PHOFF = 32, E_SHOFF = 40,
            E_FLAGS = 48, E_EHSIZE = 52, E_PHENTSIZE = 54, E_PHNUM = 56, E_SHENTSIZE = 58, E_SHNUM = 60, E_SHSTRNDX = 62;

    /** RISC-V {@code e_flags}. */
    public static final int EF_RISCV_RVC = 1, EF_RISCV_FLOAT_ABI = 6, EF_RISCV_FLOAT_ABI_DOUBLE = 4, EF_RISCV_RVE = 8, EF_RISCV_TSO = 16;

    // --- Sections -------------------------------------------------------------------------------------------------

    /** Field offsets in a section header. */
    public static final int SH_NAME = 0, SH_TYPE = 4, SH_FLAGS = 8, SH_ADDR = 16, SH_OFFSET = 24, SH_SIZE = 32, SH_LINK = 40,
            SH_INFO = 44, SH_ADDRALIGN = 48, SH_ENTSIZE = 56;

    public static final int SHN_UNDEF = 0, SHN_LORESERVE = 0xff00, SHN_ABS = 0xfff1, SHN_COMMON = 0xfff2, SHN_XINDEX = 0xffff;

    /** The large-model twin of {@code SHN_COMMON} on x86-64. */
    public static final int SHN_X86_64_LCOMMON = 0xff02;

    public static final int SHT_NULL = 0, SHT_PROGBITS = 1, SHT_SYMTAB = 2, SHT_STRTAB = 3, SHT_RELA = 4, SHT_HASH = 5,
            SHT_DYNAMIC = 6, SHT_NOTE = 7, SHT_NOBITS = 8, SHT_REL = 9, SHT_SHLIB = 10, SHT_DYNSYM = 11, SHT_INIT_ARRAY = 14,
            SHT_FINI_ARRAY = 15, SHT_PREINIT_ARRAY = 16, SHT_GROUP = 17, SHT_SYMTAB_SHNDX = 18, SHT_RELR = 19,
            SHT_LLVM_ADDRSIG = 0x6fff4c03, SHT_GNU_ATTRIBUTES = 0x6ffffff5, SHT_GNU_HASH = 0x6ffffff6, SHT_GNU_LIBLIST = 0x6ffffff7,
            SHT_GNU_VERDEF = 0x6ffffffd, SHT_GNU_VERNEED = 0x6ffffffe, SHT_GNU_VERSYM = 0x6fffffff,
            SHT_X86_64_UNWIND = 0x70000001, SHT_RISCV_ATTRIBUTES = 0x70000003, SHT_AARCH64_ATTRIBUTES = 0x70000003;

    public static final int SHF_WRITE = 1, SHF_ALLOC = 2, SHF_EXECINSTR = 4, SHF_MERGE = 0x10, SHF_STRINGS = 0x20,
            SHF_INFO_LINK = 0x40, SHF_LINK_ORDER = 0x80, SHF_OS_NONCONFORMING = 0x100, SHF_GROUP = 0x200, SHF_TLS = 0x400,
            SHF_COMPRESSED = 0x800, SHF_GNU_RETAIN = 0x200000, SHF_X86_64_LARGE = 0x10000000, SHF_EXCLUDE = 0x80000000;

    /** The first word of an {@code SHT_GROUP} section. */
    public static final int GRP_COMDAT = 1;

    // --- Symbols --------------------------------------------------------------------------------------------------

    /** Field offsets in a symbol. */
    public static final int ST_NAME = 0, ST_INFO = 4, ST_OTHER = 5, ST_SHNDX = 6, ST_VALUE = 8, ST_SIZE = 16;

    public static final int STB_LOCAL = 0, STB_GLOBAL = 1, STB_WEAK = 2, STB_GNU_UNIQUE = 10;
    public static final int STT_NOTYPE = 0, STT_OBJECT = 1, STT_FUNC = 2, STT_SECTION = 3, STT_FILE = 4, STT_COMMON = 5,
            STT_TLS = 6, STT_GNU_IFUNC = 10;
    public static final int STV_DEFAULT = 0, STV_INTERNAL = 1, STV_HIDDEN = 2, STV_PROTECTED = 3;

    /** AArch64 {@code st_other}: the function does not follow the base procedure call standard (no lazy binding). */
    public static final int STO_AARCH64_VARIANT_PCS = 0x80;

    // --- Program headers ------------------------------------------------------------------------------------------

    /** Field offsets in a program header. */
    public static final int P_TYPE = 0, P_FLAGS = 4, P_OFFSET = 8, P_VADDR = 16, P_PADDR = 24, P_FILESZ = 32, P_MEMSZ = 40, P_ALIGN = 48;

    public static final int PT_NULL = 0, PT_LOAD = 1, PT_DYNAMIC = 2, PT_INTERP = 3, PT_NOTE = 4, PT_SHLIB = 5, PT_PHDR = 6,
            PT_TLS = 7, PT_GNU_EH_FRAME = 0x6474e550, PT_GNU_STACK = 0x6474e551, PT_GNU_RELRO = 0x6474e552,
            PT_GNU_PROPERTY = 0x6474e553, PT_RISCV_ATTRIBUTES = 0x70000003;
    public static final int PF_X = 1, PF_W = 2, PF_R = 4;

    // --- Dynamic section ------------------------------------------------------------------------------------------

    public static final int DT_NULL = 0, DT_NEEDED = 1, DT_PLTRELSZ = 2, DT_PLTGOT = 3, DT_HASH = 4, DT_STRTAB = 5, DT_SYMTAB = 6,
            DT_RELA = 7, DT_RELASZ = 8, DT_RELAENT = 9, DT_STRSZ = 10, DT_SYMENT = 11, DT_INIT = 12, DT_FINI = 13, DT_SONAME = 14,
            DT_RPATH = 15, DT_SYMBOLIC = 16, DT_REL = 17, DT_RELSZ = 18, DT_RELENT = 19, DT_PLTREL = 20, DT_DEBUG = 21,
            DT_TEXTREL = 22, DT_JMPREL = 23, DT_BIND_NOW = 24, DT_INIT_ARRAY = 25, DT_FINI_ARRAY = 26, DT_INIT_ARRAYSZ = 27,
            DT_FINI_ARRAYSZ = 28, DT_RUNPATH = 29, DT_FLAGS = 30, DT_PREINIT_ARRAY = 32, DT_PREINIT_ARRAYSZ = 33,
            DT_RELRSZ = 35, DT_RELR = 36, DT_RELRENT = 37,
            DT_GNU_HASH = 0x6ffffef5, DT_TLSDESC_PLT = 0x6ffffef6, DT_TLSDESC_GOT = 0x6ffffef7, DT_VERSYM = 0x6ffffff0,
            DT_RELACOUNT = 0x6ffffff9, DT_FLAGS_1 = 0x6ffffffb, DT_VERDEF = 0x6ffffffc, DT_VERDEFNUM = 0x6ffffffd,
            DT_VERNEED = 0x6ffffffe, DT_VERNEEDNUM = 0x6fffffff, DT_AARCH64_VARIANT_PCS = 0x70000005, DT_RISCV_VARIANT_CC = 0x70000001,
            DT_AUXILIARY = 0x7ffffffd, DT_FILTER = 0x7fffffff;
    public static final int DF_ORIGIN = 1, DF_SYMBOLIC = 2, DF_TEXTREL = 4, DF_BIND_NOW = 8, DF_STATIC_TLS = 16;
    public static final int DF_1_NOW = 1, DF_1_GLOBAL = 2, DF_1_NODELETE = 8, DF_1_LOADFLTR = 0x10, DF_1_INITFIRST = 0x20,
            DF_1_NOOPEN = 0x40, DF_1_ORIGIN = 0x80, DF_1_INTERPOSE = 0x400, DF_1_NODEFLIB = 0x800, DF_1_NODUMP = 0x1000, DF_1_PIE = 0x08000000;

    // --- Symbol versions ------------------------------------------------------------------------------------------

    public static final int VER_NDX_LOCAL = 0, VER_NDX_GLOBAL = 1, VERSYM_HIDDEN = 0x8000, VERSYM_VERSION = 0x7fff;
    public static final int VER_FLG_BASE = 1, VER_FLG_WEAK = 2;

    // --- Notes ----------------------------------------------------------------------------------------------------

    public static final int NT_GNU_ABI_TAG = 1, NT_GNU_HWCAP = 2, NT_GNU_BUILD_ID = 3, NT_GNU_GOLD_VERSION = 4, NT_GNU_PROPERTY_TYPE_0 = 5;
    public static final int GNU_PROPERTY_STACK_SIZE = 1, GNU_PROPERTY_NO_COPY_ON_PROTECTED = 2,
            GNU_PROPERTY_X86_FEATURE_1_AND = 0xc0000002, GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002,
            GNU_PROPERTY_X86_ISA_1_USED = 0xc0010002, GNU_PROPERTY_AARCH64_FEATURE_1_AND = 0xc0000000;

    // --- DWARF exception handling pointer encodings (LSB 10.5.1) ----------------------------------------------------

    public static final int DW_EH_PE_absptr = 0, DW_EH_PE_uleb128 = 1, DW_EH_PE_udata2 = 2, DW_EH_PE_udata4 = 3, DW_EH_PE_udata8 = 4,
            DW_EH_PE_sleb128 = 9, DW_EH_PE_sdata2 = 10, DW_EH_PE_sdata4 = 11, DW_EH_PE_sdata8 = 12, DW_EH_PE_pcrel = 0x10,
            DW_EH_PE_textrel = 0x20, DW_EH_PE_datarel = 0x30, DW_EH_PE_funcrel = 0x40, DW_EH_PE_aligned = 0x50,
            DW_EH_PE_indirect = 0x80, DW_EH_PE_omit = 0xff;

    // --- Relocations: x86-64 --------------------------------------------------------------------------------------

    public static final int
            R_X86_64_NONE = 0, R_X86_64_64 = 1, R_X86_64_PC32 = 2, R_X86_64_GOT32 = 3, R_X86_64_PLT32 = 4,
            R_X86_64_COPY = 5, R_X86_64_GLOB_DAT = 6, R_X86_64_JUMP_SLOT = 7, R_X86_64_RELATIVE = 8,
            R_X86_64_GOTPCREL = 9, R_X86_64_32 = 10, R_X86_64_32S = 11, R_X86_64_16 = 12, R_X86_64_PC16 = 13,
            R_X86_64_8 = 14, R_X86_64_PC8 = 15, R_X86_64_DTPMOD64 = 16, R_X86_64_DTPOFF64 = 17, R_X86_64_TPOFF64 = 18,
            R_X86_64_TLSGD = 19, R_X86_64_TLSLD = 20, R_X86_64_DTPOFF32 = 21, R_X86_64_GOTTPOFF = 22,
            R_X86_64_TPOFF32 = 23, R_X86_64_PC64 = 24, R_X86_64_GOTOFF64 = 25, R_X86_64_GOTPC32 = 26,
            R_X86_64_GOT64 = 27, R_X86_64_GOTPCREL64 = 28, R_X86_64_GOTPC64 = 29, R_X86_64_GOTPLT64 = 30,
            R_X86_64_PLTOFF64 = 31, R_X86_64_SIZE32 = 32, R_X86_64_SIZE64 = 33, R_X86_64_GOTPC32_TLSDESC = 34,
            R_X86_64_TLSDESC_CALL = 35, R_X86_64_TLSDESC = 36, R_X86_64_IRELATIVE = 37, R_X86_64_RELATIVE64 = 38,
            R_X86_64_PC32_BND = 39, R_X86_64_PLT32_BND = 40, R_X86_64_GOTPCRELX = 41, R_X86_64_REX_GOTPCRELX = 42;

    // --- Relocations: AArch64 -------------------------------------------------------------------------------------

    public static final int
            R_AARCH64_NONE = 0, R_AARCH64_ABS64 = 257, R_AARCH64_ABS32 = 258, R_AARCH64_ABS16 = 259,
            R_AARCH64_PREL64 = 260, R_AARCH64_PREL32 = 261, R_AARCH64_PREL16 = 262, R_AARCH64_MOVW_UABS_G0 = 263,
            R_AARCH64_MOVW_UABS_G0_NC = 264, R_AARCH64_MOVW_UABS_G1 = 265, R_AARCH64_MOVW_UABS_G1_NC = 266,
            R_AARCH64_MOVW_UABS_G2 = 267, R_AARCH64_MOVW_UABS_G2_NC = 268, R_AARCH64_MOVW_UABS_G3 = 269,
            R_AARCH64_MOVW_SABS_G0 = 270, R_AARCH64_MOVW_SABS_G1 = 271, R_AARCH64_MOVW_SABS_G2 = 272,
            R_AARCH64_LD_PREL_LO19 = 273, R_AARCH64_ADR_PREL_LO21 = 274, R_AARCH64_ADR_PREL_PG_HI21 = 275,
            R_AARCH64_ADR_PREL_PG_HI21_NC = 276, R_AARCH64_ADD_ABS_LO12_NC = 277, R_AARCH64_LDST8_ABS_LO12_NC = 278,
            R_AARCH64_TSTBR14 = 279, R_AARCH64_CONDBR19 = 280, R_AARCH64_JUMP26 = 282, R_AARCH64_CALL26 = 283,
            R_AARCH64_LDST16_ABS_LO12_NC = 284, R_AARCH64_LDST32_ABS_LO12_NC = 285, R_AARCH64_LDST64_ABS_LO12_NC = 286,
            R_AARCH64_MOVW_PREL_G0 = 287, R_AARCH64_MOVW_PREL_G0_NC = 288, R_AARCH64_MOVW_PREL_G1 = 289,
            R_AARCH64_MOVW_PREL_G1_NC = 290, R_AARCH64_MOVW_PREL_G2 = 291, R_AARCH64_MOVW_PREL_G2_NC = 292,
            R_AARCH64_MOVW_PREL_G3 = 293, R_AARCH64_LDST128_ABS_LO12_NC = 299, R_AARCH64_MOVW_GOTOFF_G0 = 300,
            R_AARCH64_MOVW_GOTOFF_G0_NC = 301, R_AARCH64_MOVW_GOTOFF_G1 = 302, R_AARCH64_MOVW_GOTOFF_G1_NC = 303,
            R_AARCH64_MOVW_GOTOFF_G2 = 304, R_AARCH64_MOVW_GOTOFF_G2_NC = 305, R_AARCH64_MOVW_GOTOFF_G3 = 306,
            R_AARCH64_GOTREL64 = 307, R_AARCH64_GOTREL32 = 308, R_AARCH64_GOT_LD_PREL19 = 309,
            R_AARCH64_LD64_GOTOFF_LO15 = 310, R_AARCH64_ADR_GOT_PAGE = 311, R_AARCH64_LD64_GOT_LO12_NC = 312,
            R_AARCH64_LD64_GOTPAGE_LO15 = 313, R_AARCH64_TLSGD_ADR_PREL21 = 512, R_AARCH64_TLSGD_ADR_PAGE21 = 513,
            R_AARCH64_TLSGD_ADD_LO12_NC = 514, R_AARCH64_TLSGD_MOVW_G1 = 515, R_AARCH64_TLSGD_MOVW_G0_NC = 516,
            R_AARCH64_TLSLD_ADR_PREL21 = 517, R_AARCH64_TLSLD_ADR_PAGE21 = 518, R_AARCH64_TLSLD_ADD_LO12_NC = 519,
            R_AARCH64_TLSLD_MOVW_G1 = 520, R_AARCH64_TLSLD_MOVW_G0_NC = 521, R_AARCH64_TLSLD_LD_PREL19 = 522,
            R_AARCH64_TLSLD_MOVW_DTPREL_G2 = 523, R_AARCH64_TLSLD_MOVW_DTPREL_G1 = 524,
            R_AARCH64_TLSLD_MOVW_DTPREL_G1_NC = 525, R_AARCH64_TLSLD_MOVW_DTPREL_G0 = 526,
            R_AARCH64_TLSLD_MOVW_DTPREL_G0_NC = 527, R_AARCH64_TLSLD_ADD_DTPREL_HI12 = 528,
            R_AARCH64_TLSLD_ADD_DTPREL_LO12 = 529, R_AARCH64_TLSLD_ADD_DTPREL_LO12_NC = 530,
            R_AARCH64_TLSLD_LDST8_DTPREL_LO12 = 531, R_AARCH64_TLSLD_LDST8_DTPREL_LO12_NC = 532,
            R_AARCH64_TLSLD_LDST16_DTPREL_LO12 = 533, R_AARCH64_TLSLD_LDST16_DTPREL_LO12_NC = 534,
            R_AARCH64_TLSLD_LDST32_DTPREL_LO12 = 535, R_AARCH64_TLSLD_LDST32_DTPREL_LO12_NC = 536,
            R_AARCH64_TLSLD_LDST64_DTPREL_LO12 = 537, R_AARCH64_TLSLD_LDST64_DTPREL_LO12_NC = 538,
            R_AARCH64_TLSIE_MOVW_GOTTPREL_G1 = 539, R_AARCH64_TLSIE_MOVW_GOTTPREL_G0_NC = 540,
            R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21 = 541, R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC = 542,
            R_AARCH64_TLSIE_LD_GOTTPREL_PREL19 = 543, R_AARCH64_TLSLE_MOVW_TPREL_G2 = 544,
            R_AARCH64_TLSLE_MOVW_TPREL_G1 = 545, R_AARCH64_TLSLE_MOVW_TPREL_G1_NC = 546,
            R_AARCH64_TLSLE_MOVW_TPREL_G0 = 547, R_AARCH64_TLSLE_MOVW_TPREL_G0_NC = 548,
            R_AARCH64_TLSLE_ADD_TPREL_HI12 = 549, R_AARCH64_TLSLE_ADD_TPREL_LO12 = 550,
            R_AARCH64_TLSLE_ADD_TPREL_LO12_NC = 551, R_AARCH64_TLSLE_LDST8_TPREL_LO12 = 552,
            R_AARCH64_TLSLE_LDST8_TPREL_LO12_NC = 553, R_AARCH64_TLSLE_LDST16_TPREL_LO12 = 554,
            R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC = 555, R_AARCH64_TLSLE_LDST32_TPREL_LO12 = 556,
            R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC = 557, R_AARCH64_TLSLE_LDST64_TPREL_LO12 = 558,
            R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC = 559, R_AARCH64_TLSDESC_LD_PREL19 = 560,
            R_AARCH64_TLSDESC_ADR_PREL21 = 561, R_AARCH64_TLSDESC_ADR_PAGE21 = 562, R_AARCH64_TLSDESC_LD64_LO12 = 563,
            R_AARCH64_TLSDESC_ADD_LO12 = 564, R_AARCH64_TLSDESC_OFF_G1 = 565, R_AARCH64_TLSDESC_OFF_G0_NC = 566,
            R_AARCH64_TLSDESC_LDR = 567, R_AARCH64_TLSDESC_ADD = 568, R_AARCH64_TLSDESC_CALL = 569,
            R_AARCH64_TLSLE_LDST128_TPREL_LO12 = 570, R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC = 571,
            R_AARCH64_TLSLD_LDST128_DTPREL_LO12 = 572, R_AARCH64_TLSLD_LDST128_DTPREL_LO12_NC = 573,
            R_AARCH64_COPY = 1024, R_AARCH64_GLOB_DAT = 1025, R_AARCH64_JUMP_SLOT = 1026, R_AARCH64_RELATIVE = 1027,
            R_AARCH64_TLS_DTPMOD = 1028, R_AARCH64_TLS_DTPREL = 1029, R_AARCH64_TLS_TPREL = 1030,
            R_AARCH64_TLSDESC = 1031, R_AARCH64_IRELATIVE = 1032;

    // --- Relocations: RISC-V --------------------------------------------------------------------------------------

    public static final int
            R_RISCV_NONE = 0, R_RISCV_32 = 1, R_RISCV_64 = 2, R_RISCV_RELATIVE = 3, R_RISCV_COPY = 4,
            R_RISCV_JUMP_SLOT = 5, R_RISCV_TLS_DTPMOD32 = 6, R_RISCV_TLS_DTPMOD64 = 7, R_RISCV_TLS_DTPREL32 = 8,
            R_RISCV_TLS_DTPREL64 = 9, R_RISCV_TLS_TPREL32 = 10, R_RISCV_TLS_TPREL64 = 11, R_RISCV_BRANCH = 16,
            R_RISCV_JAL = 17, R_RISCV_CALL = 18, R_RISCV_CALL_PLT = 19, R_RISCV_GOT_HI20 = 20, R_RISCV_TLS_GOT_HI20 = 21,
            R_RISCV_TLS_GD_HI20 = 22, R_RISCV_PCREL_HI20 = 23, R_RISCV_PCREL_LO12_I = 24, R_RISCV_PCREL_LO12_S = 25,
            R_RISCV_HI20 = 26, R_RISCV_LO12_I = 27, R_RISCV_LO12_S = 28, R_RISCV_TPREL_HI20 = 29,
            R_RISCV_TPREL_LO12_I = 30, R_RISCV_TPREL_LO12_S = 31, R_RISCV_TPREL_ADD = 32, R_RISCV_ADD8 = 33,
            R_RISCV_ADD16 = 34, R_RISCV_ADD32 = 35, R_RISCV_ADD64 = 36, R_RISCV_SUB8 = 37, R_RISCV_SUB16 = 38,
            R_RISCV_SUB32 = 39, R_RISCV_SUB64 = 40, R_RISCV_GNU_VTINHERIT = 41, R_RISCV_GNU_VTENTRY = 42,
            R_RISCV_ALIGN = 43, R_RISCV_RVC_BRANCH = 44, R_RISCV_RVC_JUMP = 45, R_RISCV_RVC_LUI = 46,
            R_RISCV_GPREL_I = 47, R_RISCV_GPREL_S = 48, R_RISCV_TPREL_I = 49, R_RISCV_TPREL_S = 50, R_RISCV_RELAX = 51,
            R_RISCV_SUB6 = 52, R_RISCV_SET6 = 53, R_RISCV_SET8 = 54, R_RISCV_SET16 = 55, R_RISCV_SET32 = 56,
            R_RISCV_32_PCREL = 57, R_RISCV_IRELATIVE = 58, R_RISCV_PLT32 = 59, R_RISCV_SET_ULEB128 = 60,
            R_RISCV_SUB_ULEB128 = 61;

    /** The psABI's name of a relocation type, for messages; a number where the machine or type is unknown. */
    public static String relocName(int machine, int type) {
        return RelocNames.of(machine, type);
    }

    /** {@code st_info} from a binding and a type. */
    public static int stInfo(int bind, int type) {
        return bind << 4 | type;
    }
}
