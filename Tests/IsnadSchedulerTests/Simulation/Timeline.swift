/// What is going to happen, earliest first; at the same moment, in the order in which it was planned.
struct Timeline<Happening> {
    private struct Entry {
        var time: Int64
        var order: Int
        var happening: Happening
    }

    private var heap: [Entry] = []
    private var planned = 0

    var nextTime: Int64? { heap.first?.time }

    mutating func plan(_ happening: Happening, at time: Int64) {
        planned += 1
        heap.append(Entry(time: time, order: planned, happening: happening))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func takeNext() -> Happening? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            var parent = 0
            while true {
                var least = parent
                if 2 * parent + 1 < heap.count, precedes(2 * parent + 1, least) { least = 2 * parent + 1 }
                if 2 * parent + 2 < heap.count, precedes(2 * parent + 2, least) { least = 2 * parent + 2 }
                if least == parent { break }
                heap.swapAt(parent, least)
                parent = least
            }
        }
        return first.happening
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        heap[left].time != heap[right].time ? heap[left].time < heap[right].time : heap[left].order < heap[right].order
    }
}
