/// Documents ready for a group, oldest first; each at most once.
struct ReadyQueue {
    /// Newest first, so that taking the oldest is cheap.
    private var numbers: [DocumentNumber] = []

    var isEmpty: Bool { numbers.isEmpty }
    var count: Int { numbers.count }
    var first: DocumentNumber? { numbers.last }
    /// Oldest first.
    var all: [DocumentNumber] { numbers.reversed() }

    mutating func insert(_ number: DocumentNumber) {
        let place = index(of: number)
        if place < numbers.count, numbers[place] == number { return }
        numbers.insert(number, at: place)
    }

    mutating func popFirst() -> DocumentNumber? { numbers.popLast() }

    mutating func remove(_ number: DocumentNumber) {
        let place = index(of: number)
        if place < numbers.count, numbers[place] == number { numbers.remove(at: place) }
    }

    private func index(of number: DocumentNumber) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] > number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
