/// Features are 64-bit hashes of a template and the values put into it.
enum FeatureHash {
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        // The finalizer of MurmurHash3.
        var hash = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }

    @inline(__always)
    static func of(_ template: UInt64, _ value: UInt64) -> UInt64 {
        mix(value ^ (template &* 0x9E37_79B9_7F4A_7C15))
    }

    @inline(__always)
    static func of(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        mix(of(template, first) &+ second &* 0xD6E8_FEB8_6659_FD93)
    }

    @inline(__always)
    static func of(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        mix(of(template, first, second) &+ third &* 0xA076_1D64_78BD_642F)
    }
}
