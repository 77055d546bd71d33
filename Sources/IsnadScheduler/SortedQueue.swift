/// Elements in ascending order, each at most once; cheap at both ends, where nearly all coming and going is.
struct SortedQueue<Element: Comparable> {
    /// Ascending from `head` on; what lies before it was taken.
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var count: Int { elements.count - head }
    var first: Element? { isEmpty ? nil : elements[head] }
    /// In ascending order.
    var all: ArraySlice<Element> { elements[head...] }

    mutating func insert(_ element: Element) {
        guard let last = elements.last, head < elements.count, last >= element else {
            elements.append(element)
            return
        }
        let place = index(of: element)
        if elements[place] == element { return }
        if place == head, head > 0 {
            head -= 1
            elements[head] = element
        } else {
            elements.insert(element, at: place)
        }
    }

    mutating func removeFirst() {
        precondition(!isEmpty, "an empty queue has no first element")
        head += 1
        if head == elements.count || head > 64 && head * 2 > elements.count {
            elements.removeFirst(head)
            head = 0
        }
    }

    mutating func remove(_ element: Element) {
        let place = index(of: element)
        guard place < elements.count, elements[place] == element else { return }
        if place == head { removeFirst() } else { elements.remove(at: place) }
    }

    /// Where the element is, or would be.
    private func index(of element: Element) -> Int {
        var low = head
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if elements[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
