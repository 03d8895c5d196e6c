package org.jcc.target.x86_64;

import static org.jcc.target.x86_64.X86Operation.*;

import java.util.Map;
import org.jcc.asm.x86_64.X86;
import org.jcc.support.TargetOperation;

/** The builtins of AVX, AVX2, FMA, F16C, BMI and BMI2 that have no like on 16 bytes, with gcc's names. */
final class AvxOperations extends OperationTable {
    AvxOperations(Map<String, TargetOperation> all) {
        super(all);
        // ---- AVX ----

        op("cvtdq2pd256", "4d 4i", "avx", X86.VCVTDQ2PD_Y_XM128);
        op("cvtdq2ps256", "8f 8i", "avx", X86.VCVTDQ2PS_Y_YM256);
        op("cvtpd2ps256", "4f 4d", "avx", X86.VCVTPD2PS_X_YM256);
        op("cvtps2dq256", "8i 8f", "avx", X86.VCVTPS2DQ_Y_YM256);
        op("cvtps2pd256", "4d 4f", "avx", X86.VCVTPS2PD_Y_XM128);
        op("cvttpd2dq256", "4i 4d", "avx", X86.VCVTTPD2DQ_X_YM256);
        op("cvtpd2dq256", "4i 4d", "avx", X86.VCVTPD2DQ_X_YM256);
        op("cvttps2dq256", "8i 8f", "avx", X86.VCVTTPS2DQ_Y_YM256);
        op("cmppd", "2d 2d 2d #5", "avx", X86.VCMPPD_X_X_XM128_U8);
        op("cmpps", "4f 4f 4f #5", "avx", X86.VCMPPS_X_X_XM128_U8);
        op("cmpsd", "2d 2d 2d #5", "avx", X86.VCMPSD_X_X_XM64_U8);
        op("cmpss", "4f 4f 4f #5", "avx", X86.VCMPSS_X_X_XM32_U8);
        op("cmppd256", "4d 4d 4d #5", "avx", X86.VCMPPD_Y_Y_YM256_U8);
        op("cmpps256", "8f 8f 8f #5", "avx", X86.VCMPPS_Y_Y_YM256_U8);
        op("vextractf128_pd256", "2d 4d #1", "avx", X86.VEXTRACTF128_XM128_Y_U8);
        op("vextractf128_ps256", "4f 8f #1", "avx", X86.VEXTRACTF128_XM128_Y_U8);
        op("vextractf128_si256", "4i 8i #1", "avx", X86.VEXTRACTF128_XM128_Y_U8);
        op("vinsertf128_pd256", "4d 4d 2d #1", "avx", X86.VINSERTF128_Y_Y_XM128_U8);
        op("vinsertf128_ps256", "8f 8f 4f #1", "avx", X86.VINSERTF128_Y_Y_XM128_U8);
        op("vinsertf128_si256", "8i 8i 4i #1", "avx", X86.VINSERTF128_Y_Y_XM128_U8);
        op("vpermilvarpd", "2d 2d 2l", "avx", X86.VPERMILPD_X_X_XM128);
        op("vpermilvarps", "4f 4f 4i", "avx", X86.VPERMILPS_X_X_XM128);
        op("vpermilvarpd256", "4d 4d 4l", "avx", X86.VPERMILPD_Y_Y_YM256);
        op("vpermilvarps256", "8f 8f 8i", "avx", X86.VPERMILPS_Y_Y_YM256);
        op("vpermilpd", "2d 2d #2", "avx", X86.VPERMILPD_X_XM128_U8);
        op("vpermilps", "4f 4f #8", "avx", X86.VPERMILPS_X_XM128_U8);
        op("vpermilpd256", "4d 4d #4", "avx", X86.VPERMILPD_Y_YM256_U8);
        op("vpermilps256", "8f 8f #8", "avx", X86.VPERMILPS_Y_YM256_U8);
        op("vperm2f128_pd256", "4d 4d 4d #8", "avx", X86.VPERM2F128_Y_Y_YM256_U8);
        op("vperm2f128_ps256", "8f 8f 8f #8", "avx", X86.VPERM2F128_Y_Y_YM256_U8);
        op("vperm2f128_si256", "8i 8i 8i #8", "avx", X86.VPERM2F128_Y_Y_YM256_U8);
        op("shufpd256", "4d 4d 4d #8", "avx", X86.VSHUFPD_Y_Y_YM256_U8);
        op("movmskpd256", "i 4d", "avx", X86.VMOVMSKPD_R32_Y);
        op("movmskps256", "i 8f", "avx", X86.VMOVMSKPS_R32_Y);
        op("movddup256", "4d 4d", "avx", X86.VMOVDDUP_Y_YM256);
        op("blendpd256", "4d 4d 4d #4", "avx", X86.VBLENDPD_Y_Y_YM256_U8);
        op("blendps256", "8f 8f 8f #8", "avx", X86.VBLENDPS_Y_Y_YM256_U8);
        op("pd256_pd", "4d 2d", "avx", null, LOW);
        op("pd_pd256", "2d 4d", "avx", null, LOW);
        op("ps256_ps", "8f 4f", "avx", null, LOW);
        op("ps_ps256", "4f 8f", "avx", null, LOW);
        op("si256_si", "8i 4i", "avx", null, LOW);
        op("si_si256", "4i 8i", "avx", null, LOW);

        // ---- AVX2 ----

        op("pblendd128", "4i 4i 4i #8", "avx2", X86.VPBLENDD_X_X_XM128_U8);
        op("pblendd256", "8i 8i 8i #8", "avx2", X86.VPBLENDD_Y_Y_YM256_U8);
        op("pshufd256", "8i 8i #8", "avx2", X86.VPSHUFD_Y_YM256_U8);
        op("pshufhw256", "16s 16s #8", "avx2", X86.VPSHUFHW_Y_YM256_U8);
        op("pshuflw256", "16s 16s #8", "avx2", X86.VPSHUFLW_Y_YM256_U8);
        op("pbroadcastb128", "16c 16c", "avx2", X86.VPBROADCASTB_X_XM8);
        op("pbroadcastw128", "8s 8s", "avx2", X86.VPBROADCASTW_X_XM16);
        op("pbroadcastd128", "4i 4i", "avx2", X86.VPBROADCASTD_X_XM32);
        op("pbroadcastq128", "2l 2l", "avx2", X86.VPBROADCASTQ_X_XM64);
        op("pbroadcastb256", "32c 16c", "avx2", X86.VPBROADCASTB_Y_XM8);
        op("pbroadcastw256", "16s 8s", "avx2", X86.VPBROADCASTW_Y_XM16);
        op("pbroadcastd256", "8i 4i", "avx2", X86.VPBROADCASTD_Y_XM32);
        op("pbroadcastq256", "4l 2l", "avx2", X86.VPBROADCASTQ_Y_XM64);
        op("vbroadcastss_ps", "4f 4f", "avx2", X86.VBROADCASTSS_X_X);
        op("vbroadcastss_ps256", "8f 4f", "avx2", X86.VBROADCASTSS_Y_X);
        op("vbroadcastsd_pd256", "4d 2d", "avx2", X86.VBROADCASTSD_Y_X);
        op("permti256", "4l 4l 4l #8", "avx2", X86.VPERM2I128_Y_Y_YM256_U8);
        op("permdf256", "4d 4d #8", "avx2", X86.VPERMPD_Y_YM256_U8);
        op("permdi256", "4l 4l #8", "avx2", X86.VPERMQ_Y_YM256_U8);
        op("extract128i256", "2l 4l #1", "avx2", X86.VEXTRACTI128_XM128_Y_U8);
        op("insert128i256", "4l 4l 2l #1", "avx2", X86.VINSERTI128_Y_Y_XM128_U8);
        op("psllv2di", "2l 2l 2l", "avx2", X86.VPSLLVQ_X_X_XM128);
        op("psllv4di", "4l 4l 4l", "avx2", X86.VPSLLVQ_Y_Y_YM256);
        op("psllv4si", "4i 4i 4i", "avx2", X86.VPSLLVD_X_X_XM128);
        op("psllv8si", "8i 8i 8i", "avx2", X86.VPSLLVD_Y_Y_YM256);
        op("psrlv2di", "2l 2l 2l", "avx2", X86.VPSRLVQ_X_X_XM128);
        op("psrlv4di", "4l 4l 4l", "avx2", X86.VPSRLVQ_Y_Y_YM256);
        op("psrlv4si", "4i 4i 4i", "avx2", X86.VPSRLVD_X_X_XM128);
        op("psrlv8si", "8i 8i 8i", "avx2", X86.VPSRLVD_Y_Y_YM256);
        op("psrav4si", "4i 4i 4i", "avx2", X86.VPSRAVD_X_X_XM128);
        op("psrav8si", "8i 8i 8i", "avx2", X86.VPSRAVD_Y_Y_YM256);
        op("permvarsi256", "8i 8i 8i", "avx2", X86.VPERMD_Y_Y_YM256, SWAPPED);
        op("permvarsf256", "8f 8f 8i", "avx2", X86.VPERMPS_Y_Y_YM256, SWAPPED);

        // ---- FMA, F16C ----

        op("vfmaddps", "4f 4f 4f 4f", "fma", X86.VFMADD213PS_X_X_XM128, FUSED, 0);
        op("vfmaddps256", "8f 8f 8f 8f", "fma", X86.VFMADD213PS_Y_Y_YM256, FUSED, 0);
        op("vfmsubps", "4f 4f 4f 4f", "fma", X86.VFMSUB213PS_X_X_XM128, FUSED, 1);
        op("vfmsubps256", "8f 8f 8f 8f", "fma", X86.VFMSUB213PS_Y_Y_YM256, FUSED, 1);
        op("vfnmaddps", "4f 4f 4f 4f", "fma", X86.VFNMADD213PS_X_X_XM128, FUSED, 2);
        op("vfnmaddps256", "8f 8f 8f 8f", "fma", X86.VFNMADD213PS_Y_Y_YM256, FUSED, 2);
        op("vfnmsubps", "4f 4f 4f 4f", "fma", X86.VFNMSUB213PS_X_X_XM128, FUSED, 3);
        op("vfnmsubps256", "8f 8f 8f 8f", "fma", X86.VFNMSUB213PS_Y_Y_YM256, FUSED, 3);
        op("vfmaddsubps", "4f 4f 4f 4f", "fma", X86.VFMADDSUB213PS_X_X_XM128);
        op("vfmaddsubps256", "8f 8f 8f 8f", "fma", X86.VFMADDSUB213PS_Y_Y_YM256);
        op("vfmsubaddps", "4f 4f 4f 4f", "fma", X86.VFMSUBADD213PS_X_X_XM128);
        op("vfmsubaddps256", "8f 8f 8f 8f", "fma", X86.VFMSUBADD213PS_Y_Y_YM256);
        op("vfmaddpd", "2d 2d 2d 2d", "fma", X86.VFMADD213PD_X_X_XM128, FUSED, 0);
        op("vfmaddpd256", "4d 4d 4d 4d", "fma", X86.VFMADD213PD_Y_Y_YM256, FUSED, 0);
        op("vfmsubpd", "2d 2d 2d 2d", "fma", X86.VFMSUB213PD_X_X_XM128, FUSED, 1);
        op("vfmsubpd256", "4d 4d 4d 4d", "fma", X86.VFMSUB213PD_Y_Y_YM256, FUSED, 1);
        op("vfnmaddpd", "2d 2d 2d 2d", "fma", X86.VFNMADD213PD_X_X_XM128, FUSED, 2);
        op("vfnmaddpd256", "4d 4d 4d 4d", "fma", X86.VFNMADD213PD_Y_Y_YM256, FUSED, 2);
        op("vfnmsubpd", "2d 2d 2d 2d", "fma", X86.VFNMSUB213PD_X_X_XM128, FUSED, 3);
        op("vfnmsubpd256", "4d 4d 4d 4d", "fma", X86.VFNMSUB213PD_Y_Y_YM256, FUSED, 3);
        op("vfmaddsubpd", "2d 2d 2d 2d", "fma", X86.VFMADDSUB213PD_X_X_XM128);
        op("vfmaddsubpd256", "4d 4d 4d 4d", "fma", X86.VFMADDSUB213PD_Y_Y_YM256);
        op("vfmsubaddpd", "2d 2d 2d 2d", "fma", X86.VFMSUBADD213PD_X_X_XM128);
        op("vfmsubaddpd256", "4d 4d 4d 4d", "fma", X86.VFMSUBADD213PD_Y_Y_YM256);
        op("vfmaddss3", "4f 4f 4f 4f", "fma", X86.VFMADD213SS_X_X_XM32);
        op("vfmsubss3", "4f 4f 4f 4f", "fma", X86.VFMSUB213SS_X_X_XM32);
        op("vfnmaddss3", "4f 4f 4f 4f", "fma", X86.VFNMADD213SS_X_X_XM32);
        op("vfnmsubss3", "4f 4f 4f 4f", "fma", X86.VFNMSUB213SS_X_X_XM32);
        op("vfmaddsd3", "2d 2d 2d 2d", "fma", X86.VFMADD213SD_X_X_XM64);
        op("vfmsubsd3", "2d 2d 2d 2d", "fma", X86.VFMSUB213SD_X_X_XM64);
        op("vfnmaddsd3", "2d 2d 2d 2d", "fma", X86.VFNMADD213SD_X_X_XM64);
        op("vfnmsubsd3", "2d 2d 2d 2d", "fma", X86.VFNMSUB213SD_X_X_XM64);
        op("vcvtph2ps", "4f 8s", "f16c", X86.VCVTPH2PS_X_XM64);
        op("vcvtph2ps256", "8f 8s", "f16c", X86.VCVTPH2PS_Y_XM128);
        op("vcvtps2ph", "8s 4f #8", "f16c", X86.VCVTPS2PH_XM64_X_U8);
        op("vcvtps2ph256", "8s 8f #8", "f16c", X86.VCVTPS2PH_XM128_Y_U8);

        // ---- BMI, BMI2, counts ----

        op("bextr_u32", "u u u", "bmi", X86.BEXTR_R32_RM32_R32);
        op("bextr_u64", "q q q", "bmi", X86.BEXTR_R64_RM64_R64);
        op("bzhi_si", "u u u", "bmi2", X86.BZHI_R32_RM32_R32);
        op("bzhi_di", "q q q", "bmi2", X86.BZHI_R64_RM64_R64);
        op("pdep_si", "u u u", "bmi2", X86.PDEP_R32_R32_RM32);
        op("pdep_di", "q q q", "bmi2", X86.PDEP_R64_R64_RM64);
        op("pext_si", "u u u", "bmi2", X86.PEXT_R32_R32_RM32);
        op("pext_di", "q q q", "bmi2", X86.PEXT_R64_R64_RM64);
        op("lzcnt_u16", "w w", "lzcnt", X86.LZCNT_R16_RM16);
        op("lzcnt_u32", "u u", "lzcnt", X86.LZCNT_R32_RM32);
        op("lzcnt_u64", "q q", "lzcnt", X86.LZCNT_R64_RM64);
        op("tzcnt_u16", "w w", "bmi", X86.TZCNT_R16_RM16);
        op("tzcnt_u32", "u u", "bmi", X86.TZCNT_R32_RM32);
        op("tzcnt_u64", "q q", "bmi", X86.TZCNT_R64_RM64);
    }
}
